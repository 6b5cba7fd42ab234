package dev.agora.accounts.agent;

import dev.agora.accounts.audit.Act;
import dev.agora.accounts.audit.AuditLog;
import dev.agora.accounts.audit.Deed;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over what the ledger decided on an agent's status, and tells it on. */
@Service
public class FollowStatus {

  /** Who decides on it. */
  private static final String LEDGER = "ledger";

  private final JdbcAgents agents;
  private final AgentEvents events;
  private final Clock clock;
  private final AuditLog audit;

  FollowStatus(JdbcAgents agents, AgentEvents events, Clock clock, AuditLog audit) {
    this.audit = audit;
    this.agents = agents;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Does nothing if that is old news.
   *
   * @param statusVersion counts the changes of the agent's status
   */
  @Transactional
  public void follow(AgentId id, AgentStatus status, long statusVersion) {
    agents
        .changeStatus(id, status, statusVersion)
        .ifPresent(
            agent -> {
              events.changed(agent, clock.instant().truncatedTo(ChronoUnit.MICROS));
              audit.record(
                  Deed.of(Act.AGENT_STATUS_CHANGED, id.value(), id.value())
                      .by(LEDGER)
                      .changing(Map.of(), Map.of("status", status.name())));
            });
  }
}
