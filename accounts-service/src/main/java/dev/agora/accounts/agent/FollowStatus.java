package dev.agora.accounts.agent;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over what the ledger decided on an agent's status, and tells it on. */
@Service
public class FollowStatus {

  private final JdbcAgents agents;
  private final AgentEvents events;
  private final Clock clock;

  FollowStatus(JdbcAgents agents, AgentEvents events, Clock clock) {
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
        .ifPresent(agent -> events.changed(agent, clock.instant().truncatedTo(ChronoUnit.MICROS)));
  }
}
