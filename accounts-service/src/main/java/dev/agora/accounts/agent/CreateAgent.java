package dev.agora.accounts.agent;

import dev.agora.accounts.agent.CreateAgentResult.Created;
import dev.agora.accounts.agent.CreateAgentResult.TooManyAgents;
import dev.agora.accounts.credential.IssueCredential;
import dev.agora.accounts.credential.NewCredential;
import dev.agora.accounts.human.HumanId;
import dev.agora.audit.Act;
import dev.agora.audit.AuditLog;
import dev.agora.audit.Deed;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes an agent of a human, with a first key. */
@Service
class CreateAgent {

  private final JdbcAgents agents;
  private final IssueCredential issueCredential;
  private final AgentEvents events;
  private final AgentProperties properties;
  private final Supplier<UUID> newIds;
  private final Clock clock;
  private final AuditLog audit;

  CreateAgent(
      JdbcAgents agents,
      IssueCredential issueCredential,
      AgentEvents events,
      AgentProperties properties,
      Supplier<UUID> newIds,
      Clock clock,
      AuditLog audit) {
    this.audit = audit;
    this.agents = agents;
    this.issueCredential = issueCredential;
    this.events = events;
    this.properties = properties;
    this.newIds = newIds;
    this.clock = clock;
  }

  @Transactional
  CreateAgentResult create(HumanId owner, String name, @Nullable String description) {
    // Two requests at once may pass this together: the bound keeps lists short, it guards no money.
    if (agents.countOwnedBy(owner) >= properties.perHumanMax()) {
      return new TooManyAgents(properties.perHumanMax());
    }
    Agent agent =
        Agent.create(
            AgentId.of(newIds.get()),
            name,
            description,
            owner,
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    agents.add(agent, null);
    events.changed(agent, agent.createdAt());
    audit.record(Deed.of(Act.AGENT_CREATED, agent.id().value(), agent.id().value()));
    return new Created(agent, issueCredential.issue(NewCredential.firstKeyOf(agent.id().value())));
  }
}
