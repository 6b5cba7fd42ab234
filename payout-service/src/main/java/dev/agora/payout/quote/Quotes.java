package dev.agora.payout.quote;

import java.util.Optional;

/** The stored quotes. */
public interface Quotes {

  void add(Quote quote);

  Optional<Quote> find(String quoteId);
}
