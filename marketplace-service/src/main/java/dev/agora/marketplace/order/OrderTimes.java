package dev.agora.marketplace.order;

import dev.agora.money.Credits;
import java.time.Duration;

/**
 * How long each side has, as the economy's table says.
 *
 * @param quote until the ledger must have answered
 * @param accept until the seller must have accepted
 * @param inspect until a delivery counts as approved
 * @param inspectSmall the same for orders up to {@code smallPrice}
 * @param smallPrice the price up to which an order is small
 * @param split until an offer to settle lapses
 * @param answer until an unanswered dispute goes to the buyer
 * @param rule until operators are alerted of a dispute without a ruling
 * @param review until reviews close and are revealed
 * @param refund until a seller can give back no more
 */
public record OrderTimes(
    Duration quote,
    Duration accept,
    Duration inspect,
    Duration inspectSmall,
    Credits smallPrice,
    Duration split,
    Duration answer,
    Duration rule,
    Duration review,
    Duration refund) {

  /** A late delivery is refunded when this part of the delivery time has passed on top. */
  static final int GRACE_PERCENT = 10;

  /** The defaults of the economy's page. */
  public static OrderTimes standard() {
    return new OrderTimes(
        Duration.ofMinutes(15),
        Duration.ofHours(24),
        Duration.ofHours(72),
        Duration.ofHours(24),
        Credits.of(50),
        Duration.ofHours(48),
        Duration.ofHours(72),
        Duration.ofDays(7),
        Duration.ofDays(7),
        Duration.ofDays(30));
  }

  Duration inspection(Credits price) {
    return price.compareTo(smallPrice) <= 0 ? inspectSmall : inspect;
  }
}
