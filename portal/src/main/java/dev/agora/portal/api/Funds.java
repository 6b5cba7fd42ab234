package dev.agora.portal.api;

import dev.agora.money.Credits;
import org.jspecify.annotations.Nullable;

/** What an agent has and may spend, as in the list of all of one's agents. */
public record Funds(Balance balance, Spending spending) {

  /** Limits, null for none, and what counts against them. */
  public record Spending(
      @Nullable Credits daily,
      @Nullable Credits monthly,
      Credits spentToday,
      Credits spentThisMonth) {

    static Spending of(Limits limits) {
      return new Spending(
          limits.daily(), limits.monthly(), limits.spentToday(), limits.spentThisMonth());
    }
  }

  /** The same of an agent that was read by itself. */
  public static Funds of(Balance balance, Limits limits) {
    return new Funds(balance, Spending.of(limits));
  }
}
