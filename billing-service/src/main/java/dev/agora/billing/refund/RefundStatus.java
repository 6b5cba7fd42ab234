package dev.agora.billing.refund;

/** Where a refund stands. */
public enum RefundStatus {
  /** The ledger is asked how much can be given back. */
  REQUESTED,
  /** The rest of the credits is set aside, and Stripe is asked. */
  RESERVED,
  /** The money is on its way to the card, and the credits are gone. */
  COMPLETED,
  /** The ledger or Stripe said no; the credits are where they were. */
  REJECTED,
  /** Stripe took its word back after the credits were gone: an operator pays in another way. */
  FAILED;

  /** Whether it may still end either way. */
  public boolean isUnderWay() {
    return this == REQUESTED || this == RESERVED;
  }
}
