package dev.agora.accounts.ownership;

import dev.agora.accounts.agent.Agent;
import dev.agora.accounts.agent.AgentEvents;
import dev.agora.accounts.agent.AgentId;
import dev.agora.accounts.agent.JdbcAgents;
import dev.agora.accounts.credential.CredentialKind;
import dev.agora.accounts.credential.IssueCredential;
import dev.agora.accounts.credential.NewCredential;
import dev.agora.accounts.credential.OneTimeCodes;
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

/** Makes an agent that nobody owns yet. */
@Service
class RegisterAgent {

  private final JdbcAgents agents;
  private final AgentEvents events;
  private final IssueCredential issueCredential;
  private final OneTimeCodes oneTimeCodes;
  private final Supplier<UUID> newIds;
  private final Clock clock;
  private final AuditLog audit;

  RegisterAgent(
      JdbcAgents agents,
      AgentEvents events,
      IssueCredential issueCredential,
      OneTimeCodes oneTimeCodes,
      Supplier<UUID> newIds,
      Clock clock,
      AuditLog audit) {
    this.audit = audit;
    this.agents = agents;
    this.events = events;
    this.issueCredential = issueCredential;
    this.oneTimeCodes = oneTimeCodes;
    this.newIds = newIds;
    this.clock = clock;
  }

  /**
   * An agent with the two secrets that exist nowhere else.
   *
   * @param agent without an owner
   * @param key its first key
   * @param claimCode by which a human becomes its owner, once
   */
  record Registered(Agent agent, String key, String claimCode) {

    /** Never the secrets. */
    @Override
    public String toString() {
      return "agent " + agent.id();
    }
  }

  @Transactional
  Registered register(String name, @Nullable String description) {
    Agent agent =
        Agent.create(
            AgentId.of(newIds.get()),
            name,
            description,
            null,
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    String claimCode = oneTimeCodes.next(CredentialKind.CLAIM);
    agents.add(agent, oneTimeCodes.hashOf(claimCode));
    events.changed(agent, agent.createdAt());
    audit.record(Deed.of(Act.AGENT_REGISTERED, agent.id().value(), agent.id().value()));
    String key = issueCredential.issue(NewCredential.firstKeyOf(agent.id().value())).text();
    return new Registered(agent, key, claimCode);
  }
}
