package dev.agora.ledger.kafka;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.limit.StatusEvents;
import dev.agora.ledger.posting.AgentStatus;
import dev.agora.messaging.outbox.EventType;
import dev.agora.messaging.outbox.Outbox;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Publishes that an owner froze, unfroze or closed an agent. */
@Component
class OutboxStatusEvents implements StatusEvents {

  private static final EventType CHANGED =
      new EventType("ledger.events.v1", "ledger.agent-status-changed", 1);

  private final Outbox outbox;

  OutboxStatusEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  record AgentStatusChanged(String agentId, String status, long version, Instant at) {}

  @Override
  public void changed(AgentId agent, AgentStatus status, long version, Instant at) {
    outbox.publish(
        CHANGED, agent.value(), new AgentStatusChanged(agent.value(), status.name(), version, at));
  }
}
