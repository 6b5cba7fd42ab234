package dev.agora.billing.card;

/** Where a saved card stands. */
public enum CardStatus {
  /** Its person has not typed it into Stripe's page yet. */
  PENDING,
  /** It can be charged. */
  ACTIVE,
  /** It was never typed in. */
  EXPIRED,
  /** Its person took it back. */
  REMOVED
}
