package dev.agora.agents;

import org.jspecify.annotations.Nullable;

/** The message {@code accounts.agent-changed}, as far as services read it. */
public record AgentChanged(String agentId, @Nullable String owner, String status, long version) {

  public Agent toAgent() {
    return new Agent(new AgentId(agentId), owner, status, version);
  }
}
