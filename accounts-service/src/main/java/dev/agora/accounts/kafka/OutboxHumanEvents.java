package dev.agora.accounts.kafka;

import dev.agora.accounts.human.Human;
import dev.agora.accounts.human.HumanEvents;
import dev.agora.messaging.outbox.EventType;
import dev.agora.messaging.outbox.Outbox;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Publishes what became of a human. */
@Component
class OutboxHumanEvents implements HumanEvents {

  private static final EventType CHANGED =
      new EventType("accounts.events.v1", "accounts.human-changed", 1);

  private final Outbox outbox;

  OutboxHumanEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  /** The state of a human after a change. */
  record HumanChanged(String humanId, String email, String name, long version, Instant at) {

    static HumanChanged of(Human human, Instant at) {
      return new HumanChanged(human.id().value(), human.email(), human.name(), human.version(), at);
    }
  }

  @Override
  public void changed(Human human, Instant at) {
    outbox.publish(CHANGED, human.id().value(), HumanChanged.of(human, at));
  }
}
