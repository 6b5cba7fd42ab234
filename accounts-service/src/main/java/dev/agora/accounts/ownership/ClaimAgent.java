package dev.agora.accounts.ownership;

import dev.agora.accounts.agent.Agent;
import dev.agora.accounts.agent.AgentEvents;
import dev.agora.accounts.agent.JdbcAgents;
import dev.agora.accounts.credential.OneTimeCodes;
import dev.agora.accounts.human.HumanId;
import dev.agora.audit.Act;
import dev.agora.audit.AuditLog;
import dev.agora.audit.Deed;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a human the owner of an agent whose code it knows. */
@Service
class ClaimAgent {

  private final JdbcAgents agents;
  private final AgentEvents events;
  private final OneTimeCodes oneTimeCodes;
  private final Clock clock;
  private final AuditLog audit;

  ClaimAgent(
      JdbcAgents agents,
      AgentEvents events,
      OneTimeCodes oneTimeCodes,
      Clock clock,
      AuditLog audit) {
    this.audit = audit;
    this.agents = agents;
    this.events = events;
    this.oneTimeCodes = oneTimeCodes;
    this.clock = clock;
  }

  /** The agent with its new owner; empty if no agent waits for that code. */
  @Transactional
  Optional<Agent> claim(String code, HumanId human) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Optional<Agent> claimed =
        agents.lockUnclaimed(oneTimeCodes.hashOf(code)).map(agent -> agent.claimedBy(human));
    claimed.ifPresent(
        agent -> {
          agents.claim(agent, human, now);
          events.changed(agent, now);
          audit.record(
              Deed.of(Act.AGENT_CLAIMED, agent.id().value(), agent.id().value())
                  .changing(Map.of(), Map.of("owner", human.value())));
        });
    return claimed;
  }
}
