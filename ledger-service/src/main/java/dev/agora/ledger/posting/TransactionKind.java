package dev.agora.ledger.posting;

/** What a transaction does, as histories show it. */
public enum TransactionKind {
  PURCHASE,
  TRANSFER,
  REWARD,
  SPEND,
  HOLD,
  CAPTURE,
  RELEASE,
  CONVERSION,
  REFUND,
  CLAWBACK,
  REINSTATEMENT,
  ADJUSTMENT
}
