package dev.agora.agents;

import java.util.Optional;

/** The agents, as events of accounts-service described them; in a service's own database. */
public interface Agents {

  /** The agent, if an event about it has arrived. */
  Optional<Agent> find(AgentId id);

  /**
   * The agent, waiting up to 2 s for one that was created a moment ago; so never within a
   * transaction.
   */
  Optional<Agent> await(AgentId id);

  /**
   * The agent of an id that a caller sent, if that human owns it; waits like {@link #await} for one
   * that was made or claimed a moment ago, and not at all for what is no id.
   */
  Optional<Agent> awaitOwned(String id, String human);

  /** Keeps a description unless a newer one is known already. */
  void learn(Agent agent);
}
