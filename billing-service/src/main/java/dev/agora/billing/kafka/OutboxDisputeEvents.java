package dev.agora.billing.kafka;

import dev.agora.billing.dispute.Dispute;
import dev.agora.billing.dispute.DisputeEvents;
import dev.agora.billing.dispute.DisputeOutcome;
import dev.agora.messaging.outbox.EventType;
import dev.agora.messaging.outbox.Outbox;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells of disputes on {@code billing.events.v1}. */
@Component
class OutboxDisputeEvents implements DisputeEvents {

  private static final EventType DISPUTE_CHANGED =
      new EventType("billing.events.v1", "billing.dispute-changed", 1);

  private final Outbox outbox;

  OutboxDisputeEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  record DisputeChanged(
      String disputeId,
      String purchaseId,
      String agentId,
      String humanId,
      String status,
      String amountUsd,
      String reason,
      @Nullable String frozen,
      @Nullable String recovered,
      @Nullable String debt,
      @Nullable String loss,
      long version,
      String at) {

    static DisputeChanged of(Dispute dispute) {
      DisputeOutcome outcome = dispute.outcome();
      return new DisputeChanged(
          dispute.id().value(),
          dispute.purchaseId().value(),
          dispute.agentId(),
          dispute.humanId(),
          dispute.status().name(),
          dispute.amount().toString(),
          dispute.reason(),
          dispute.frozen() == null ? null : dispute.frozen().toString(),
          outcome == null ? null : outcome.recovered().toString(),
          outcome == null ? null : outcome.debt().toString(),
          outcome == null ? null : outcome.loss().toString(),
          dispute.version(),
          dispute.changedAt().toString());
    }
  }

  @Override
  public void changed(Dispute dispute) {
    outbox.publish(DISPUTE_CHANGED, dispute.purchaseId().value(), DisputeChanged.of(dispute));
  }
}
