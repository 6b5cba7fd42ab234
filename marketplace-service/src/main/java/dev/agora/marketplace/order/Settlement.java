package dev.agora.marketplace.order;

import dev.agora.money.Credits;
import dev.agora.money.FeeRate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who gets what of the price; always {@code buyerRefund + sellerNet + fee = price}.
 *
 * @param sellerGross what is released, fee included
 * @param sellerNet what arrives at the seller
 * @param fee the platform's, computed once and on the released part only
 * @param buyerRefund what goes back to the buckets it came from
 * @param postedAt when the ledger had posted it; null until then
 */
public record Settlement(
    Credits sellerGross,
    Credits sellerNet,
    Credits fee,
    Credits buyerRefund,
    @Nullable Instant postedAt) {

  /** The seller's share when all of the price is released. */
  public static final int WHOLE_BPS = 10_000;

  public Settlement {
    if (sellerNet.isNegative() || fee.isNegative() || buyerRefund.isNegative()) {
      throw new IllegalArgumentException("nobody pays on top of the price");
    }
    if (!sellerNet.plus(fee).equals(sellerGross)) {
      throw new IllegalArgumentException("net and fee make up what is released");
    }
  }

  /**
   * Divides a price.
   *
   * @param sellerBps the seller's share in basis points, 0 to 10,000, rounded down. A share of
   *     which the fee would leave nothing goes to the buyer: a payment of nothing can not be made.
   */
  public static Settlement of(Credits price, int sellerBps, FeeRate rate) {
    return ofGross(price, share(price, sellerBps), rate);
  }

  /**
   * The same for a part that is named.
   *
   * @param gross what is released, fee included, at most the price
   */
  public static Settlement ofGross(Credits price, Credits gross, FeeRate rate) {
    Credits fee = rate.of(gross);
    Credits net = gross.minus(fee);
    return net.isPositive()
        ? new Settlement(gross, net, fee, price.minus(gross), null)
        : new Settlement(Credits.ZERO, Credits.ZERO, Credits.ZERO, price, null);
  }

  private static Credits share(Credits price, int bps) {
    if (bps < 0 || bps > WHOLE_BPS) {
      throw new IllegalArgumentException("not between 0 and 10000 basis points: " + bps);
    }
    // Whole part and rest apart, so that 10^18 micro-credits times 10,000 can not overflow.
    long micros = price.micros();
    return Credits.ofMicros(micros / WHOLE_BPS * bps + micros % WHOLE_BPS * bps / WHOLE_BPS);
  }

  /** The same, once the ledger has posted it. */
  public Settlement posted(Instant at) {
    return new Settlement(sellerGross, sellerNet, fee, buyerRefund, at);
  }

  /** Where the order ends once this is posted. */
  OrderState outcome() {
    if (buyerRefund.isZero()) {
      return OrderState.COMPLETED;
    }
    return sellerGross.isZero() ? OrderState.REFUNDED : OrderState.PARTIALLY_REFUNDED;
  }
}
