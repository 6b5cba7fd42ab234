package dev.agora.payout.kafka;

import dev.agora.messaging.outbox.EventType;
import dev.agora.messaging.outbox.Outbox;
import dev.agora.payout.conversion.Conversion;
import dev.agora.payout.conversion.ConversionEvents;
import org.springframework.stereotype.Component;

/** Tells of conversions on {@code payout.events.v1}. */
@Component
class OutboxConversionEvents implements ConversionEvents {

  private static final EventType CONVERSION_CHANGED =
      new EventType("payout.events.v1", "payout.conversion-changed", 1);

  private final Outbox outbox;

  OutboxConversionEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  record ConversionChanged(
      String conversionId,
      String agentId,
      String humanId,
      String status,
      String credits,
      String netUsd,
      String payoutStatus,
      String reversedUsd,
      long version,
      String at) {

    static ConversionChanged of(Conversion conversion) {
      return new ConversionChanged(
          conversion.id().value(),
          conversion.agentId(),
          conversion.humanId(),
          conversion.status().name(),
          conversion.terms().credits().toString(),
          conversion.terms().net().toString(),
          conversion.bankLeg().status().name(),
          conversion.reversed().toString(),
          conversion.version(),
          conversion.changedAt().toString());
    }
  }

  @Override
  public void changed(Conversion conversion) {
    outbox.publish(CONVERSION_CHANGED, conversion.id().value(), ConversionChanged.of(conversion));
  }
}
