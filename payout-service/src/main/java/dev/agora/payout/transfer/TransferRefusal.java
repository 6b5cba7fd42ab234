package dev.agora.payout.transfer;

/**
 * Why dollars were certainly not sent.
 *
 * @param code ours: {@code transfer_refused}, {@code payout_account_not_ready} or {@code
 *     transfer_not_sent}
 * @param stripeCode Stripe's own, for operators
 */
public record TransferRefusal(String code, String stripeCode, String message) {

  static final String REFUSED = "transfer_refused";
  static final String GIVEN_UP = "transfer_not_sent";
  static final String NOT_READY = "payout_account_not_ready";
}
