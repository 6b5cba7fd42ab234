package dev.agora.ledger.posting;

/** Whether an agent may pay and be paid. */
public enum AgentStatus {
  ACTIVE,
  /** May be paid, may not pay. */
  FROZEN,
  CLOSED
}
