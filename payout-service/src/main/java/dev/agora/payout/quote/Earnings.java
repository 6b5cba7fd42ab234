package dev.agora.payout.quote;

import dev.agora.money.Credits;
import java.time.Instant;
import java.util.List;

/**
 * What an agent earned and has not converted, as the ledger said a moment ago.
 *
 * @param convertible now
 * @param seasoning do not convert yet
 * @param items the same by when they do, soonest first
 */
public record Earnings(
    Credits convertible, Credits seasoning, List<SeasoningCredits> items, Instant asOf) {

  /** Credits that convert from an instant on. */
  public record SeasoningCredits(Credits credits, Instant convertibleAt) {}

  public Earnings {
    items = List.copyOf(items);
  }
}
