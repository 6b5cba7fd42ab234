package dev.agora.accounts.ownership;

import dev.agora.accounts.agent.Agent;
import dev.agora.accounts.agent.AgentId;
import dev.agora.accounts.agent.JdbcAgents;
import dev.agora.accounts.human.HumanId;
import dev.agora.audit.Act;
import dev.agora.audit.AuditLog;
import dev.agora.audit.Deed;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends the link of a human to an agent, for its owner or for the human itself. */
@Service
class UnlinkHuman {

  private final JdbcAgents agents;
  private final JdbcAgentHumans links;
  private final AuditLog audit;

  UnlinkHuman(JdbcAgents agents, JdbcAgentHumans links, AuditLog audit) {
    this.agents = agents;
    this.links = links;
    this.audit = audit;
  }

  /** What came of it. */
  enum Outcome {
    UNLINKED,
    /** The caller has no say, or the human is not linked. */
    NOT_FOUND,
    /** An agent has an owner for ever, who can only hand it over. */
    IS_OWNER
  }

  @Transactional
  Outcome unlink(AgentId id, String human, HumanId caller) {
    Optional<Agent> agent = agents.find(id);
    boolean mayTry =
        agent.isPresent() && (caller.equals(agent.get().owner()) || human.equals(caller.value()));
    if (!mayTry) {
      return Outcome.NOT_FOUND;
    }
    if (new HumanId(human).equals(agent.get().owner())) {
      return Outcome.IS_OWNER;
    }
    if (!links.unlink(id, human)) {
      return Outcome.NOT_FOUND;
    }
    audit.record(Deed.of(Act.HUMAN_UNLINKED, id.value(), human));
    return Outcome.UNLINKED;
  }
}
