package dev.agora.ledger.agent;

import dev.agora.ledger.account.AgentId;
import java.util.Optional;
import java.util.Set;

/** The agents that have a wallet here. */
public interface KnownAgents {

  /** Opens the agent's wallet, or takes in what changed if that is news. */
  void learn(KnownAgent agent);

  Optional<KnownAgent> find(AgentId id);

  /** Whether all of them have a wallet here. */
  boolean areKnown(Set<AgentId> ids);
}
