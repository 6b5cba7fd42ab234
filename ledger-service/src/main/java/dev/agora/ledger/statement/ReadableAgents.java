package dev.agora.ledger.statement;

import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.page.FreshIds;
import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.agent.KnownAgent;
import dev.agora.ledger.agent.KnownAgents;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whose money a caller may look at: an agent its own, an owner that of each of its agents. */
@Component
class ReadableAgents {

  private final KnownAgents agents;

  ReadableAgents(KnownAgents agents) {
    this.agents = agents;
  }

  /**
   * The agent that the caller asks about, or empty if there is none that the caller may read.
   *
   * @param wanted the query parameter; an agent may leave it out
   */
  Optional<AgentId> find(Caller caller, @Nullable String wanted) {
    String text = wanted == null && caller.is(Role.AGENT) ? caller.id() : wanted;
    return Optional.ofNullable(text)
        .flatMap(AgentId::parse)
        .flatMap(id -> FreshIds.await(() -> agents.find(id)))
        .filter(agent -> mayRead(caller, agent))
        .map(KnownAgent::id);
  }

  private static boolean mayRead(Caller caller, KnownAgent agent) {
    return caller.is(Role.AGENT)
        ? agent.id().value().equals(caller.id())
        : agent.owner() != null && agent.owner().value().equals(caller.id());
  }
}
