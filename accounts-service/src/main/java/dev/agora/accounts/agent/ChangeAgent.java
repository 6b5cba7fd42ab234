package dev.agora.accounts.agent;

import dev.agora.accounts.human.HumanId;
import dev.agora.audit.Act;
import dev.agora.audit.AuditLog;
import dev.agora.audit.Deed;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
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
  private final AuditLog audit;

  ChangeAgent(JdbcAgents agents, AgentEvents events, Clock clock, AuditLog audit) {
    this.audit = audit;
    this.agents = agents;
    this.events = events;
    this.clock = clock;
  }

  /** The changed agent; empty if the human has no such agent. */
  @Transactional
  Optional<Agent> change(
      AgentId id, HumanId owner, @Nullable String name, @Nullable String description) {
    return agents
        .lockOwned(id, owner)
        .map(
            was -> {
              Agent is = was.changed(name, description);
              agents.change(is);
              events.changed(is, clock.instant().truncatedTo(ChronoUnit.MICROS));
              // Versions, not names: the log forgets nothing, and a name may be a person's.
              audit.record(
                  Deed.of(Act.AGENT_CHANGED, id.value(), id.value())
                      .changing(
                          Map.of("version", Long.toString(was.version())),
                          Map.of("version", Long.toString(is.version()))));
              return is;
            });
  }
}
