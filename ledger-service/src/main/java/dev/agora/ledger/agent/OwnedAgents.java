package dev.agora.ledger.agent;

import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.page.FreshIds;
import dev.agora.ledger.account.AgentId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The agents of a human. */
@Component
public class OwnedAgents {

  private final KnownAgents agents;

  OwnedAgents(KnownAgents agents) {
    this.agents = agents;
  }

  /** The agent of that id, if the human who calls owns it. */
  public Optional<AgentId> find(Caller owner, String id) {
    return known(id)
        .filter(agent -> agent.owner() != null && agent.owner().value().equals(owner.id()))
        .map(KnownAgent::id);
  }

  /** The same, or any agent if an operator calls. */
  public Optional<AgentId> findForOperatorsToo(Caller caller, String id) {
    return caller.is(Role.OPERATOR) ? known(id).map(KnownAgent::id) : find(caller, id);
  }

  private Optional<KnownAgent> known(String id) {
    return AgentId.parse(id).flatMap(agent -> FreshIds.await(() -> agents.find(agent)));
  }
}
