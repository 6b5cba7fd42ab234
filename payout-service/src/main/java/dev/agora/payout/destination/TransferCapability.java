package dev.agora.payout.destination;

/** What Stripe says of an account's capability to receive transfers. */
public enum TransferCapability {
  ACTIVE,
  PENDING,
  RESTRICTED,
  UNSUPPORTED,
  /** The account itself is closed. */
  CLOSED,
  /** One that a newer Stripe may know; never good enough. */
  OTHER
}
