package dev.agora.portal.platform;

import dev.agora.money.Credits;
import dev.agora.money.FeeRate;
import dev.agora.portal.api.Order;

/**
 * What a ruling would bring whom; the marketplace divides the price in the same way when it stands.
 *
 * @param toSeller what arrives, the fee taken off
 * @param fee the platform's
 * @param toBuyer what goes back
 */
public record DividedPrice(Credits toSeller, Credits fee, Credits toBuyer) {

  private static final int WHOLE_BPS = 10_000;

  /**
   * Divides an order's price. The seller's share is rounded down to the micro-credit; one of which
   * the fee would leave nothing goes to the buyer.
   *
   * @param sellerBps the seller's share, fee included, 0 to 10,000
   */
  static DividedPrice of(Order order, int sellerBps) {
    long micros = order.price().micros();
    // Whole part and rest apart, so that no product overflows.
    Credits gross =
        Credits.ofMicros(
            micros / WHOLE_BPS * sellerBps + micros % WHOLE_BPS * sellerBps / WHOLE_BPS);
    Credits fee = FeeRate.ofBasisPoints(order.feeBps()).of(gross);
    Credits net = gross.minus(fee);
    return net.isPositive()
        ? new DividedPrice(net, fee, order.price().minus(gross))
        : new DividedPrice(Credits.ZERO, Credits.ZERO, order.price());
  }
}
