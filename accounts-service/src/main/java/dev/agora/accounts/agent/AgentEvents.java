package dev.agora.accounts.agent;

import java.time.Instant;

/** Tells other services, with the current transaction. */
public interface AgentEvents {

  void changed(Agent agent, Instant at);
}
