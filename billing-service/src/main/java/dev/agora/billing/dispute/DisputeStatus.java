package dev.agora.billing.dispute;

/** Where a dispute stands. */
public enum DisputeStatus {
  /** The money is with the bank; what is left of the credits is frozen. */
  OPEN,
  /** The money is back, and the credits are as they were. */
  WON,
  /** The card's holder keeps the money, and the credits were taken back. */
  LOST
}
