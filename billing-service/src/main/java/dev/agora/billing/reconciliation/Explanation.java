package dev.agora.billing.reconciliation;

/** Why a difference is as it should be for now. */
public enum Explanation {
  /** The other side has had no time yet. */
  UNDER_WAY,
  /** The bank has the money, and a dispute of the payment, this one or one before, is open. */
  DISPUTE_OPEN,
  /** The payment does not fit its order: nothing is posted until a person has looked. */
  QUARANTINED,
  /** A refund came back from the bank; a person pays by other means. */
  REFUND_FAILED
}
