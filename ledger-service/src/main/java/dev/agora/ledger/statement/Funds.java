package dev.agora.ledger.statement;

import dev.agora.money.Credits;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an agent has and may spend, as its owner sees it in the list of all. */
public record Funds(Balance balance, Spending spending) {

  /**
   * The limits, null for none, and what counts against them.
   *
   * @param perPayment the largest amount of one payment or hold
   * @param daily the most in a day, UTC
   * @param monthly the most in a calendar month, UTC
   */
  public record Spending(
      @Nullable Credits perPayment,
      @Nullable Credits daily,
      @Nullable Credits monthly,
      Credits spentToday,
      Credits spentThisMonth,
      Instant dayResetsAt,
      Instant monthResetsAt) {}
}
