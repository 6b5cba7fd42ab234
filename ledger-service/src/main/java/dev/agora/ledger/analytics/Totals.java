package dev.agora.ledger.analytics;

import dev.agora.money.Credits;

/**
 * All that changed what the agents have within a period: {@code change = earnings - spending +
 * other}, which is the sum of their entries.
 *
 * @param other purchases, conversions, refunds to cards, disputes, adjustments by hand
 */
record Totals(Credits spending, Credits earnings, Credits other, Credits change) {

  static Totals of(Credits spending, Credits earnings, Credits other) {
    return new Totals(spending, earnings, other, earnings.minus(spending).plus(other));
  }
}
