package dev.agora.payout.transfer;

/**
 * A transfer that Stripe made.
 *
 * @param transferId {@code tr_…}
 * @param destinationPaymentId its counterpart on the owner's account, {@code py_…}, by which a
 *     payout to the bank names it
 */
public record SentTransfer(String transferId, String destinationPaymentId) {}
