package dev.agora.payout.agent;

/** The agent that a caller means, or why there is none for them. */
public sealed interface ResolvedAgent {

  /** Theirs, with its owner. */
  record Owned(String agentId, String ownerId) implements ResolvedAgent {}

  /** A human has to say which. */
  record Unnamed() implements ResolvedAgent {}

  /** Not there, or not theirs. */
  record Unknown() implements ResolvedAgent {}

  record Unclaimed() implements ResolvedAgent {}

  record Closed() implements ResolvedAgent {}
}
