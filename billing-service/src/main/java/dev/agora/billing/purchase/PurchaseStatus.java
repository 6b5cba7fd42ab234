package dev.agora.billing.purchase;

/** Where a purchase stands. It only goes forward; the constants' order is that of the flow. */
public enum PurchaseStatus {
  /** Not paid yet; a declined card leaves it here. */
  AWAITING_PAYMENT,
  /** Never paid, and can not be any more. */
  EXPIRED,
  /** Stripe has the money; the credits are on their way. */
  PAID,
  /** The credits arrived. */
  COMPLETED,
  /**
   * The ledger refused for good, and the card was given its money back; or a saved card refused a
   * top-up.
   */
  FAILED,
  /** Given back whole, later. */
  REFUNDED,
  /** Given back in part, later. */
  PARTIALLY_REFUNDED,
  /** The card's holder disputes the payment. */
  DISPUTED,
  /** What Stripe reports does not fit what was ordered: nothing is posted, a person looks at it. */
  QUARANTINED
}
