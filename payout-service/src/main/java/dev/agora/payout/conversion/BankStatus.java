package dev.agora.payout.conversion;

/** The last leg, from the owner's Stripe account to the bank; Stripe drives it, we follow. */
public enum BankStatus {
  /** The dollars are not on the owner's Stripe account yet. */
  NONE,
  /** They wait there for Stripe's schedule. */
  PENDING,
  /** On their way to the bank. */
  IN_TRANSIT,
  /** The bank has them; it may still send them back. */
  PAID,
  /** The bank did not take them; they are on the Stripe account, and are never sent twice by us. */
  FAILED
}
