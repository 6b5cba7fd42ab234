package dev.agora.ledger.limit;

import dev.agora.audit.Act;
import dev.agora.audit.AuditLog;
import dev.agora.audit.Deed;
import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.posting.AgentStatus;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Freezes, unfreezes and closes agents; no posting of theirs is decided meanwhile. */
@Service
class ChangeStatus {

  /** What became of it. */
  sealed interface Result {

    /** The agent has that status, now or before. */
    record Done(AgentStatus status) implements Result {}

    /** A closed agent stays closed. */
    record Closed() implements Result {}

    /** Something is left of it, or somebody has yet to pay it. */
    record NotEmpty(ControlledAgent agent) implements Result {}
  }

  private final JdbcControlledAgents agents;
  private final StatusEvents events;
  private final AuditLog audit;
  private final Clock clock;

  ChangeStatus(JdbcControlledAgents agents, StatusEvents events, AuditLog audit, Clock clock) {
    this.audit = audit;
    this.agents = agents;
    this.events = events;
    this.clock = clock;
  }

  /** Of an agent that is known here. */
  @Transactional
  Result to(AgentStatus status, AgentId id) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    ControlledAgent agent = agents.lock(id, now).orElseThrow();
    if (agent.status() == status) {
      return new Result.Done(status);
    }
    if (agent.status() == AgentStatus.CLOSED) {
      return new Result.Closed();
    }
    if (status == AgentStatus.CLOSED && !agent.canBeClosed()) {
      return new Result.NotEmpty(agent);
    }
    long version = agent.statusVersion() + 1;
    agents.save(id, status, version);
    events.changed(id, status, version, now);
    audit.record(
        Deed.of(Act.AGENT_STATUS_CHANGED, id.value(), id.value())
            .changing(Map.of("status", agent.status().name()), Map.of("status", status.name())));
    return new Result.Done(status);
  }
}
