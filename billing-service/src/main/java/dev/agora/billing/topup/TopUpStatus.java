package dev.agora.billing.topup;

/** Whether a rule works. */
public enum TopUpStatus {
  ON,
  /** Switched off for the reason beside it, until its owner sets it anew. */
  OFF,
  /** Its owner took it back. */
  REMOVED
}
