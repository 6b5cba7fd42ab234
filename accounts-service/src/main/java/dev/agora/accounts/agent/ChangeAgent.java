package dev.agora.accounts.agent;

import dev.agora.accounts.human.HumanId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes what an owner says about an agent. */
@Service
class ChangeAgent {

  private final JdbcAgents agents;
  private final AgentEvents events;
  private final Clock clock;

  ChangeAgent(JdbcAgents agents, AgentEvents events, Clock clock) {
    this.agents = agents;
    this.events = events;
    this.clock = clock;
  }

  /** The changed agent; empty if the human has no such agent. */
  @Transactional
  Optional<Agent> change(
      AgentId id, HumanId owner, @Nullable String name, @Nullable String description) {
    Optional<Agent> changed =
        agents.lockOwned(id, owner).map(agent -> agent.changed(name, description));
    changed.ifPresent(
        agent -> {
          agents.change(agent);
          events.changed(agent, clock.instant().truncatedTo(ChronoUnit.MICROS));
        });
    return changed;
  }
}
