package dev.agora.ledger.limit;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.posting.AgentStatus;
import java.time.Instant;

/** Tells other services, with the current transaction. */
@FunctionalInterface
public interface StatusEvents {

  /**
   * An agent has another status now.
   *
   * @param version counts the changes of the agent's status, from 1
   */
  void changed(AgentId agent, AgentStatus status, long version, Instant at);
}
