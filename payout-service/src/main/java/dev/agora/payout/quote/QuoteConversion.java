package dev.agora.payout.quote;

import dev.agora.money.Credits;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/** Says what a conversion would give, and keeps the terms for a while. */
@Service
class QuoteConversion {

  private final ConversionRules rules;
  private final Quotes quotes;
  private final QuoteProperties properties;
  private final Supplier<UUID> ids;
  private final InstantSource clock;

  QuoteConversion(
      ConversionRules rules,
      Quotes quotes,
      QuoteProperties properties,
      Supplier<UUID> ids,
      InstantSource clock) {
    this.rules = rules;
    this.quotes = quotes;
    this.properties = properties;
    this.ids = ids;
    this.clock = clock;
  }

  /** Quotes an amount that passed the {@link ConversionRules}. */
  Quote quote(String agentId, Credits credits) {
    Quote quote =
        new Quote(
            "qte_" + ids.get().toString().replace("-", ""),
            agentId,
            rules.terms(credits),
            clock.instant().plus(properties.quoteLifetime()));
    quotes.add(quote);
    return quote;
  }
}
