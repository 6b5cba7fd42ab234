package dev.agora.billing.pricing;

import dev.agora.money.CreditPackage;
import dev.agora.money.Credits;
import dev.agora.money.FeeRate;
import dev.agora.money.Usd;

/**
 * The terms of a purchase, pinned when it is made.
 *
 * @param packageId such as {@code pkg_10}, or {@code custom}
 * @param amount to be paid, above zero
 * @param base credits that the amount buys at par
 * @param bonus promotional credits on top
 * @param fee that the platform keeps of the amount
 * @param feeBps the rate of that fee, in basis points
 */
public record Price(
    String packageId, Usd amount, Credits base, Credits bonus, Usd fee, int feeBps) {

  public Price {
    if (!amount.isPositive() || !base.equals(amount.atPar())) {
      throw new IllegalArgumentException(amount + " dollars do not buy " + base + " credits");
    }
    if (bonus.isNegative() || fee.isNegative() || fee.compareTo(amount) > 0) {
      throw new IllegalArgumentException("bonus " + bonus + " or fee " + fee + " is out of range");
    }
  }

  static Price of(CreditPackage offer, FeeRate rate) {
    return new Price(
        offer.id(),
        offer.price(),
        offer.base(),
        offer.bonus(),
        rate.of(offer.price()),
        rate.basisPoints());
  }

  /** Base and bonus. */
  public Credits credits() {
    return base.plus(bonus);
  }
}
