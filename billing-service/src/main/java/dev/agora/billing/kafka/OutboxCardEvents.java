package dev.agora.billing.kafka;

import dev.agora.billing.card.CardEvents;
import dev.agora.billing.card.SavedCard;
import dev.agora.messaging.outbox.EventType;
import dev.agora.messaging.outbox.Outbox;
import org.springframework.stereotype.Component;

/** Tells of saved cards on {@code billing.events.v1}, without anything of the card itself. */
@Component
class OutboxCardEvents implements CardEvents {

  private static final EventType PAYMENT_METHOD_CHANGED =
      new EventType("billing.events.v1", "billing.payment-method-changed", 1);

  private final Outbox outbox;

  OutboxCardEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  record PaymentMethodChanged(
      String paymentMethodId, String humanId, String status, long version, String at) {

    static PaymentMethodChanged of(SavedCard card) {
      return new PaymentMethodChanged(
          card.id().value(),
          card.humanId(),
          card.status().name(),
          card.version(),
          card.changedAt().toString());
    }
  }

  @Override
  public void changed(SavedCard card) {
    outbox.publish(PAYMENT_METHOD_CHANGED, card.humanId(), PaymentMethodChanged.of(card));
  }
}
