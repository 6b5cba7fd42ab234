package dev.agora.accounts.kafka;

import dev.agora.accounts.agent.Agent;
import dev.agora.accounts.agent.AgentEvents;
import dev.agora.accounts.human.HumanId;
import dev.agora.messaging.outbox.EventType;
import dev.agora.messaging.outbox.Outbox;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Publishes what became of an agent. */
@Component
class OutboxAgentEvents implements AgentEvents {

  private static final EventType CHANGED =
      new EventType("accounts.events.v1", "accounts.agent-changed", 1);

  private final Outbox outbox;

  OutboxAgentEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  /** The state of an agent after a change. */
  record AgentChanged(
      String agentId,
      String name,
      @Nullable String owner,
      String status,
      long version,
      Instant at) {

    static AgentChanged of(Agent agent, Instant at) {
      HumanId owner = agent.owner();
      return new AgentChanged(
          agent.id().value(),
          agent.name(),
          owner == null ? null : owner.value(),
          agent.status().name(),
          agent.version(),
          at);
    }
  }

  @Override
  public void changed(Agent agent, Instant at) {
    outbox.publish(CHANGED, agent.id().value(), AgentChanged.of(agent, at));
  }
}
