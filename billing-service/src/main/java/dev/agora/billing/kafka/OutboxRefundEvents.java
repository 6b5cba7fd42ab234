package dev.agora.billing.kafka;

import dev.agora.billing.refund.Refund;
import dev.agora.billing.refund.RefundEvents;
import dev.agora.billing.refund.RefundFigures;
import dev.agora.messaging.outbox.EventType;
import dev.agora.messaging.outbox.Outbox;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells of refunds on {@code billing.events.v1}. */
@Component
class OutboxRefundEvents implements RefundEvents {

  private static final EventType REFUND_CHANGED =
      new EventType("billing.events.v1", "billing.refund-changed", 1);

  private final Outbox outbox;

  OutboxRefundEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  record RefundChanged(
      String refundId,
      String purchaseId,
      String agentId,
      String humanId,
      String status,
      @Nullable String refundUsd,
      @Nullable String credits,
      @Nullable String reason,
      long version,
      String at) {

    static RefundChanged of(Refund refund) {
      RefundFigures figures = refund.figures();
      return new RefundChanged(
          refund.id().value(),
          refund.purchaseId().value(),
          refund.agentId(),
          refund.humanId(),
          refund.status().name(),
          figures == null ? null : figures.amount().toString(),
          figures == null ? null : figures.credits().toString(),
          refund.error() == null ? null : refund.error().code(),
          refund.version(),
          refund.changedAt().toString());
    }
  }

  @Override
  public void changed(Refund refund) {
    outbox.publish(REFUND_CHANGED, refund.purchaseId().value(), RefundChanged.of(refund));
  }
}
