package dev.agora.billing.kafka;

import dev.agora.billing.purchase.Purchase;
import dev.agora.billing.purchase.PurchaseEvents;
import dev.agora.messaging.outbox.EventType;
import dev.agora.messaging.outbox.Outbox;
import org.springframework.stereotype.Component;

/** Tells of purchases on {@code billing.events.v1}. */
@Component
class OutboxPurchaseEvents implements PurchaseEvents {

  private static final EventType PURCHASE_CHANGED =
      new EventType("billing.events.v1", "billing.purchase-changed", 1);

  private final Outbox outbox;

  OutboxPurchaseEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  record PurchaseChanged(
      String purchaseId,
      String agentId,
      String humanId,
      String status,
      String source,
      String priceUsd,
      String refundedUsd,
      String credits,
      String bonusCredits,
      long version,
      String at) {

    static PurchaseChanged of(Purchase purchase) {
      return new PurchaseChanged(
          purchase.id().value(),
          purchase.agentId(),
          purchase.humanId(),
          purchase.status().name(),
          purchase.source().name(),
          purchase.price().amount().toString(),
          purchase.refunded().toString(),
          purchase.price().credits().toString(),
          purchase.price().bonus().toString(),
          purchase.version(),
          purchase.changedAt().toString());
    }
  }

  @Override
  public void changed(Purchase purchase) {
    outbox.publish(PURCHASE_CHANGED, purchase.id().value(), PurchaseChanged.of(purchase));
  }
}
