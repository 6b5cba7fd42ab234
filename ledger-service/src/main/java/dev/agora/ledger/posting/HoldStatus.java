package dev.agora.ledger.posting;

/** A hold ends once. */
public enum HoldStatus {
  HELD,
  /** Ended with credits paid to the payee or redeemed, perhaps not all of them. */
  CAPTURED,
  /** Ended with all credits back where they came from. */
  RELEASED,
  /** Ended by itself; what was left is back where it came from. */
  EXPIRED
}
