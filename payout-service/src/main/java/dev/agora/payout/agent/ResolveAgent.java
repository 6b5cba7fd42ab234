package dev.agora.payout.agent;

import dev.agora.agents.Agent;
import dev.agora.agents.AgentId;
import dev.agora.agents.Agents;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds which agent a request is about: the calling one, or one of the calling owner's. */
@Service
public class ResolveAgent {

  private final Agents agents;

  ResolveAgent(Agents agents) {
    this.agents = agents;
  }

  /** Waits a moment for one that was made, or claimed, just now; so never within a transaction. */
  public ResolvedAgent resolve(Caller caller, @Nullable String named) {
    if (caller.is(Role.AGENT)) {
      return named == null || named.equals(caller.id())
          ? ownAccount(caller.id())
          : new ResolvedAgent.Unknown();
    }
    if (named == null) {
      return new ResolvedAgent.Unnamed();
    }
    return agents
        .awaitOwned(named, caller.id())
        .map(ResolveAgent::toResult)
        .orElseGet(ResolvedAgent.Unknown::new);
  }

  private ResolvedAgent ownAccount(String agentId) {
    return agents
        .await(new AgentId(agentId))
        .map(ResolveAgent::toResult)
        .orElseGet(ResolvedAgent.Unknown::new);
  }

  private static ResolvedAgent toResult(Agent agent) {
    String owner = agent.owner();
    if (owner == null) {
      return new ResolvedAgent.Unclaimed();
    }
    return agent.isClosed()
        ? new ResolvedAgent.Closed()
        : new ResolvedAgent.Owned(agent.id().value(), owner);
  }
}
