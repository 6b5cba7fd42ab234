package dev.agora.accounts.agent;

/** What an agent may do. */
public enum AgentStatus {
  /** Everything. */
  ACTIVE,
  /** Receive, but not spend. */
  FROZEN,
  /** Nothing, for ever. */
  CLOSED
}
