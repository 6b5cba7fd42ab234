package dev.agora.billing.kafka;

import dev.agora.billing.reconciliation.Difference;
import dev.agora.billing.reconciliation.DifferenceEvents;
import dev.agora.messaging.outbox.EventType;
import dev.agora.messaging.outbox.Outbox;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** Tells of differences between the ledger and Stripe on {@code billing.events.v1}. */
@Component
class OutboxDifferenceEvents implements DifferenceEvents {

  private static final EventType DIFFERENCE_CHANGED =
      new EventType("billing.events.v1", "billing.difference-changed", 1);

  private final Outbox outbox;
  private final InstantSource clock;

  OutboxDifferenceEvents(Outbox outbox, InstantSource clock) {
    this.outbox = outbox;
    this.clock = clock;
  }

  record DifferenceChanged(
      String matter,
      String status,
      String difference,
      String bookedUsd,
      String stripeUsd,
      String at) {}

  @Override
  public void found(Difference difference) {
    tell(difference, "OPEN");
  }

  @Override
  public void closed(Difference difference) {
    tell(difference, "CLOSED");
  }

  private void tell(Difference difference, String status) {
    outbox.publish(
        DIFFERENCE_CHANGED,
        difference.matter(),
        new DifferenceChanged(
            difference.matter(),
            status,
            difference.kind().name(),
            difference.bookedUsd().toString(),
            difference.stripeUsd().toString(),
            clock.instant().toString()));
  }
}
