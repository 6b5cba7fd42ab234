package dev.agora.payout.kafka;

import dev.agora.messaging.outbox.EventType;
import dev.agora.messaging.outbox.Outbox;
import dev.agora.payout.destination.DestinationEvents;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** Tells of destinations on {@code payout.events.v1}. */
@Component
class OutboxDestinationEvents implements DestinationEvents {

  private static final EventType DESTINATION_CHANGED =
      new EventType("payout.events.v1", "payout.destination-changed", 1);

  private final Outbox outbox;
  private final InstantSource clock;

  OutboxDestinationEvents(Outbox outbox, InstantSource clock) {
    this.outbox = outbox;
    this.clock = clock;
  }

  record DestinationChanged(String humanId, String reason, String restsUntil, String at) {}

  @Override
  public void changed(String humanId, Reason reason, Instant restsUntil) {
    outbox.publish(
        DESTINATION_CHANGED,
        humanId,
        new DestinationChanged(
            humanId, reason.name(), restsUntil.toString(), clock.instant().toString()));
  }
}
