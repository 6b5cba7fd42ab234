package dev.agora.payout.destination;

/**
 * Where an owner's dollars go.
 *
 * @param stripeAccountId {@code acct_…}, for ever the same for an owner
 * @param wasActive whether it could be paid at some time
 */
public record PayoutAccount(
    String humanId, String stripeAccountId, PayoutAccountStatus status, boolean wasActive) {

  public boolean isReady() {
    return status == PayoutAccountStatus.ACTIVE;
  }

  PayoutAccount with(TransferCapability capability) {
    PayoutAccountStatus next = PayoutAccountStatus.of(capability, wasActive);
    return new PayoutAccount(
        humanId, stripeAccountId, next, wasActive || next == PayoutAccountStatus.ACTIVE);
  }
}
