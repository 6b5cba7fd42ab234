package dev.agora.billing.purchase;

/**
 * Why a payment did not work, in words that the buyer may see.
 *
 * @param code Stripe's, such as {@code card_declined}, or the ledger's refusal
 */
public record PaymentError(String code, String message) {}
