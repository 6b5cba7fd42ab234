package dev.agora.payout.returned;

/** How far the decision about dollars that came back is. */
public enum ReturnStatus {
  /** The ledger is being told. */
  FOUND,
  /** Booked as owed; nobody has said what becomes of them. */
  OWED,
  /** One operator has said. */
  ASKED,
  /** Another one has approved it, and the ledger is being told. */
  SETTLING,
  /** Owed no more. */
  SETTLED;

  /** Whether two operators have said what becomes of them. */
  public boolean isDecided() {
    return this == SETTLING || this == SETTLED;
  }

  boolean isWaiting() {
    return this == OWED || this == ASKED;
  }
}
