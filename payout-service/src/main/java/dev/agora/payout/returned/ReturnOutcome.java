package dev.agora.payout.returned;

/** What becomes of dollars that came back. */
public enum ReturnOutcome {
  /**
   * The agent has its credits again, and they are converted anew, to where the owner is paid now.
   */
  PAY_AGAIN,
  /** The agent has its credits again. */
  CREDITS,
  /** The platform owes them to nobody: a fraud, a mistake, a loss that they make up for. */
  KEEP
}
