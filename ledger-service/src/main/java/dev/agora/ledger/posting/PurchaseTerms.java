package dev.agora.ledger.posting;

import dev.agora.money.Usd;

/**
 * What a purchase cost.
 *
 * @param price what the buyer paid
 * @param fee of the price, kept as revenue
 */
public record PurchaseTerms(Usd price, Usd fee) {

  public PurchaseTerms {
    if (!price.isPositive() || fee.isNegative() || fee.compareTo(price) > 0) {
      throw new IllegalArgumentException("a fee of $%s out of $%s".formatted(fee, price));
    }
  }

  /**
   * The part of the fee that goes with a part of the price: rounded up to the cent, so that what
   * stays covers what it could come to cost, and all of it with the whole price.
   */
  Usd feeOf(Usd part) {
    long units = Math.multiplyExact(fee.cents(), part.cents());
    return Usd.ofCents(Math.ceilDiv(units, price.cents()));
  }
}
