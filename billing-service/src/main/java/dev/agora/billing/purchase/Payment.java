package dev.agora.billing.purchase;

import dev.agora.money.Usd;

/**
 * A payment that Stripe confirmed.
 *
 * @param paymentIntentId {@code pi_…}; fulfilled once
 * @param chargeId {@code ch_…}
 * @param stripeFee what Stripe keeps for processing it
 * @param tax on top of the price, zero where none is due
 */
public record Payment(String paymentIntentId, String chargeId, Usd stripeFee, Usd tax) {

  /**
   * The tax on a part of the price: rounded down to the cent, and all of it with the whole price.
   */
  public static Usd partOfTax(Usd tax, Usd part, Usd price) {
    return Usd.ofCents(Math.multiplyExact(tax.cents(), part.cents()) / price.cents());
  }
}
