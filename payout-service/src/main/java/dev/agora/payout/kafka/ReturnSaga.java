package dev.agora.payout.kafka;

import dev.agora.messaging.saga.ReplyMessage;
import dev.agora.messaging.saga.SagaChange;
import dev.agora.messaging.saga.SagaDefinition;
import dev.agora.messaging.saga.SagaObserver;
import dev.agora.messaging.saga.SagaStatus;
import dev.agora.payout.kafka.ReturnCommands.BookReturnedTransfer;
import dev.agora.payout.kafka.ReturnCommands.Decided;
import dev.agora.payout.kafka.ReturnCommands.SettleReturnedTransfer;
import dev.agora.payout.returned.RecordReturn;
import dev.agora.payout.returned.ReturnId;
import dev.agora.payout.returned.ReturnedTransfer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * From dollars that came back to what becomes of them: book them as owed, wait for two operators,
 * book what they decided. There is no way back from any of it, only on.
 */
@Component
class ReturnSaga implements SagaObserver<ReturnSaga.Data> {

  static final String BOOK = "book";
  static final String DECIDE = "decide";
  static final String SETTLE = "settle";

  private static final Duration LEDGER_WAIT = Duration.ofSeconds(10);

  /** A day. */
  private static final int LEDGER_ATTEMPTS = 1_440;

  /** The alert about what is owed rings long before; a decision is taken afterwards, too. */
  private static final Duration DECISION_WAIT = Duration.ofDays(30);

  static final SagaDefinition<Data> DEFINITION =
      SagaDefinition.saga("returned-transfer", 1, Data.class)
          .retriable(BOOK)
          .command(ReturnCommands.BOOK, BookReturnedTransfer::of)
          .within(LEDGER_WAIT)
          .attempts(LEDGER_ATTEMPTS)
          .retriable(DECIDE)
          .awaiting(DECISION_WAIT)
          .onReply(Data::afterDecision)
          .retriable(SETTLE)
          .command(ReturnCommands.SETTLE, SettleReturnedTransfer::of)
          .within(LEDGER_WAIT)
          .attempts(LEDGER_ATTEMPTS)
          .build();

  /** What the saga knows; decimals as the wire has them. */
  record Data(
      String returnId,
      String conversionId,
      String agentId,
      String stripeReversalId,
      String usd,
      @Nullable Decided decided) {

    static Data of(ReturnedTransfer returned) {
      return new Data(
          returned.id().value(),
          returned.conversion().value(),
          returned.agentId(),
          returned.reversalId(),
          returned.amount().toString(),
          null);
    }

    static Data afterDecision(Data data, ReplyMessage reply) {
      return new Data(
          data.returnId(),
          data.conversionId(),
          data.agentId(),
          data.stripeReversalId(),
          data.usd(),
          reply.payload(Decided.class));
    }
  }

  private final RecordReturn recordReturn;

  ReturnSaga(RecordReturn recordReturn) {
    this.recordReturn = recordReturn;
  }

  @Override
  public SagaDefinition<Data> definition() {
    return DEFINITION;
  }

  @Override
  public void changed(SagaChange<Data> change) {
    ReturnId id = new ReturnId(change.businessKey());
    if (change.status() == SagaStatus.COMPLETED) {
      recordReturn.settled(id);
    } else if (change.status() == SagaStatus.RUNNING && change.step().equals(DECIDE)) {
      recordReturn.booked(id);
    }
  }
}
