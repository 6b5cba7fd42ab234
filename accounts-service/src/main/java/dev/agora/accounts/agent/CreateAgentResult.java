package dev.agora.accounts.agent;

import dev.agora.accounts.credential.IssuedCredential;

/** What came of creating an agent. */
sealed interface CreateAgentResult {

  /** There is a new agent with its first key. */
  record Created(Agent agent, IssuedCredential key) implements CreateAgentResult {}

  /** The human has as many as one may have. */
  record TooManyAgents(int max) implements CreateAgentResult {}
}
