package dev.agora.billing.kafka;

import dev.agora.billing.purchase.Purchase;
import dev.agora.billing.warning.FraudWarning;
import dev.agora.billing.warning.WarningEvents;
import dev.agora.messaging.outbox.EventType;
import dev.agora.messaging.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** Tells of fraud warnings on {@code billing.events.v1}. */
@Component
class OutboxWarningEvents implements WarningEvents {

  private static final EventType FRAUD_WARNED =
      new EventType("billing.events.v1", "billing.fraud-warned", 1);

  private final Outbox outbox;
  private final MeterRegistry meters;
  private final InstantSource clock;

  OutboxWarningEvents(Outbox outbox, MeterRegistry meters, InstantSource clock) {
    this.outbox = outbox;
    this.meters = meters;
    this.clock = clock;
  }

  record FraudWarned(
      String warningId,
      String purchaseId,
      String agentId,
      String humanId,
      String fraudType,
      boolean refunding,
      String at) {}

  @Override
  public void warned(FraudWarning warning, Purchase purchase, boolean refunding) {
    meters.counter("agora.billing.warning").increment();
    outbox.publish(
        FRAUD_WARNED,
        purchase.id().value(),
        new FraudWarned(
            warning.stripeId(),
            purchase.id().value(),
            purchase.agentId(),
            purchase.humanId(),
            warning.fraudType(),
            refunding,
            clock.instant().toString()));
  }
}
