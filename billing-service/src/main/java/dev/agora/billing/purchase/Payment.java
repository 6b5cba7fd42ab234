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
public record Payment(String paymentIntentId, String chargeId, Usd stripeFee, Usd tax) {}
