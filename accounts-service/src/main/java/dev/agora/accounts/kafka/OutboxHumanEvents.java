package dev.agora.accounts.kafka;

import dev.agora.accounts.human.Human;
import dev.agora.accounts.human.HumanEvents;
import dev.agora.accounts.human.HumanId;
import dev.agora.messaging.outbox.EventType;
import dev.agora.messaging.outbox.Outbox;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Publishes what became of a human. */
@Component
class OutboxHumanEvents implements HumanEvents {

  private static final EventType CHANGED =
      new EventType("accounts.events.v1", "accounts.human-changed", 1);

  private static final EventType DELETED =
      new EventType("accounts.events.v1", "accounts.human-deleted", 1);

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

  /** That a human has deleted their account. */
  record HumanDeleted(String humanId, long version, Instant at) {}

  @Override
  public void deleted(HumanId human, long version, Instant at) {
    outbox.publish(DELETED, human.value(), new HumanDeleted(human.value(), version, at));
  }

  @Override
  public void changed(Human human, Instant at) {
    outbox.publish(CHANGED, human.id().value(), HumanChanged.of(human, at));
  }
}
