package dev.agora.payout.conversion;

/** Where a conversion stands; it only goes forward. */
public enum ConversionStatus {
  /** Asked for; the ledger has not set the credits aside yet. */
  REQUESTED,
  /** The credits are set aside. */
  RESERVED,
  /** Waits for the owner's word. */
  APPROVAL,
  /** Waits for the platform's word. */
  REVIEW,
  /** Stripe is being asked to send the dollars. */
  SENDING,
  /** Stripe was asked, and nobody knows yet whether it did. */
  UNKNOWN,
  /** The dollars are on the owner's Stripe account, the credits are gone. */
  COMPLETED,
  /** Refused; credits and cap are as before. */
  REJECTED,
  /** Called off; credits and cap are as before. */
  CANCELED;

  public boolean isFinal() {
    return this == COMPLETED || this == REJECTED || this == CANCELED;
  }

  /** Whether the dollars are being sent, as far as the status may be set to SENDING or UNKNOWN. */
  boolean isUnderWay() {
    return !isFinal() && this != REQUESTED;
  }
}
