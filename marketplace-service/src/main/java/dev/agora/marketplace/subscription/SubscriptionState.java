package dev.agora.marketplace.subscription;

/** Where a subscription stands. */
public enum SubscriptionState {
  /** The ledger has not answered yet whether the first month can be paid. */
  PENDING,
  /** The first month could not be paid; nothing moved. */
  REJECTED,
  /** The month is paid, or its renewal is being paid. */
  ACTIVE,
  /** A renewal was refused; it is tried again for some days. */
  PAST_DUE,
  /** Ended because one side wanted it. */
  CANCELED,
  /** Ended because a renewal could not be paid in time, or the service was withdrawn. */
  EXPIRED;

  /** Whether it has not ended. */
  boolean isLive() {
    return this == PENDING || this == ACTIVE || this == PAST_DUE;
  }
}
