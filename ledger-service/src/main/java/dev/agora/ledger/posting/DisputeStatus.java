package dev.agora.ledger.posting;

/** A dispute ends once. */
public enum DisputeStatus {
  OPEN,
  /** Decided for the platform; what was frozen is back where it was. */
  WON,
  /** Decided for the card holder. */
  LOST,
  /** Of a share: its dispute has ended either way, and what was frozen is back where it was. */
  THAWED
}
