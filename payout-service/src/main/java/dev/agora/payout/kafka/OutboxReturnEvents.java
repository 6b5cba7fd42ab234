package dev.agora.payout.kafka;

import dev.agora.messaging.outbox.EventType;
import dev.agora.messaging.outbox.Outbox;
import dev.agora.payout.returned.ReturnEvents;
import dev.agora.payout.returned.ReturnedTransfer;
import dev.agora.payout.returned.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells of dollars that came back on {@code payout.events.v1}. */
@Component
class OutboxReturnEvents implements ReturnEvents {

  private static final EventType RETURNED_TRANSFER_CHANGED =
      new EventType("payout.events.v1", "payout.returned-transfer-changed", 1);

  private final Outbox outbox;

  OutboxReturnEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  record ReturnedTransferChanged(
      String returnId,
      String conversionId,
      String agentId,
      String humanId,
      String usd,
      String status,
      @Nullable String outcome,
      long version,
      String at) {

    static ReturnedTransferChanged of(ReturnedTransfer returned) {
      Verdict verdict = returned.verdict();
      return new ReturnedTransferChanged(
          returned.id().value(),
          returned.conversion().value(),
          returned.agentId(),
          returned.humanId(),
          returned.amount().toString(),
          returned.status().name(),
          verdict == null || !returned.status().isDecided() ? null : verdict.outcome().name(),
          returned.version(),
          returned.changedAt().toString());
    }
  }

  @Override
  public void changed(ReturnedTransfer returned) {
    outbox.publish(
        RETURNED_TRANSFER_CHANGED, returned.id().value(), ReturnedTransferChanged.of(returned));
  }
}
