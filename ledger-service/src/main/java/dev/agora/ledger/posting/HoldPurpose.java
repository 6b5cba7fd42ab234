package dev.agora.ledger.posting;

/** Why credits are set aside. */
public enum HoldPurpose {
  /** The price of an order; any bucket, for a payee of another owner. */
  ORDER,
  /** A conversion to dollars; only earned credits that have seasoned. */
  CONVERSION,
  /** A payment to come: its payee captures or releases it, and it expires by itself. */
  PAYMENT,
  /** What is left of a purchase, while its price goes back to the card. */
  REFUND
}
