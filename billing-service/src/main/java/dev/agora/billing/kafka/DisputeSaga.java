package dev.agora.billing.kafka;

import static java.util.Objects.requireNonNull;

import dev.agora.billing.dispute.Dispute;
import dev.agora.billing.dispute.DisputeId;
import dev.agora.billing.dispute.MoveDispute;
import dev.agora.billing.dispute.Verdict;
import dev.agora.billing.kafka.DisputeMessages.CloseDispute;
import dev.agora.billing.kafka.DisputeMessages.Closed;
import dev.agora.billing.kafka.DisputeMessages.FreezeDispute;
import dev.agora.billing.kafka.DisputeMessages.Frozen;
import dev.agora.messaging.saga.ReplyMessage;
import dev.agora.messaging.saga.SagaChange;
import dev.agora.messaging.saga.SagaDefinition;
import dev.agora.messaging.saga.SagaObserver;
import dev.agora.messaging.saga.SagaStatus;
import dev.agora.money.Credits;
import dev.agora.money.Usd;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a disputed payment does to the credits: freeze what is left, wait for the bank, then give
 * them back or take them. The bank already has the money, so there is only forward.
 */
@Component
class DisputeSaga implements SagaObserver<DisputeSaga.Data> {

  static final String FREEZE = "freeze";
  static final String VERDICT = "verdict";
  static final String CLOSE = "close";

  private static final Duration LEDGER_WAIT = Duration.ofSeconds(10);

  /** A day: then an operator looks why the ledger is silent. */
  private static final int LEDGER_ATTEMPTS = 1_440;

  /** Longer than banks take; a verdict that comes later is still taken. */
  private static final Duration VERDICT_WAIT = Duration.ofDays(200);

  static final SagaDefinition<Data> DEFINITION =
      SagaDefinition.saga("dispute", 1, Data.class)
          .pivot(FREEZE)
          .command(DisputeMessages.FREEZE_DISPUTE, FreezeDispute::of)
          .within(LEDGER_WAIT)
          .attempts(LEDGER_ATTEMPTS)
          .onReply(Data::afterFreeze)
          .retriable(VERDICT)
          .awaiting(VERDICT_WAIT)
          .onReply(Data::afterVerdict)
          .retriable(CLOSE)
          .command(DisputeMessages.CLOSE_DISPUTE, CloseDispute::of)
          .within(LEDGER_WAIT)
          .attempts(LEDGER_ATTEMPTS)
          .onReply(Data::afterClose)
          .build();

  /**
   * What the saga knows; decimals as the wire has them.
   *
   * @param disputedUsd of the price; null for all that is left of it
   */
  record Data(
      String disputeId,
      String purchaseId,
      String agentId,
      String priceUsd,
      String feeUsd,
      String refundedUsd,
      @Nullable String disputedUsd,
      @Nullable String taxUsd,
      @Nullable Frozen frozen,
      @Nullable Decided decided,
      @Nullable Closed closed) {

    static Data of(Dispute dispute) {
      Usd disputed = dispute.disputedPrice();
      Usd tax = dispute.disputedTax();
      return new Data(
          dispute.id().value(),
          dispute.purchaseId().value(),
          dispute.agentId(),
          dispute.price().toString(),
          dispute.fee().toString(),
          dispute.refunded().toString(),
          disputed.equals(dispute.rest()) ? null : disputed.toString(),
          tax.isZero() ? null : tax.toString(),
          null,
          null,
          null);
    }

    private Data with(@Nullable Frozen set, @Nullable Decided verdict, @Nullable Closed end) {
      return new Data(
          disputeId,
          purchaseId,
          agentId,
          priceUsd,
          feeUsd,
          refundedUsd,
          disputedUsd,
          taxUsd,
          set,
          verdict,
          end);
    }

    static Data afterFreeze(Data data, ReplyMessage reply) {
      return reply.isSuccess() ? data.with(reply.payload(Frozen.class), null, null) : data;
    }

    static Data afterVerdict(Data data, ReplyMessage reply) {
      return reply.isSuccess()
          ? data.with(data.frozen(), reply.payload(Decided.class), null)
          : data;
    }

    static Data afterClose(Data data, ReplyMessage reply) {
      return reply.isSuccess()
          ? data.with(data.frozen(), data.decided(), reply.payload(Closed.class))
          : data;
    }
  }

  /** How billing answers its own waiting step. */
  record Decided(String outcome, String disputeFeeUsd) {}

  private final MoveDispute moveDispute;

  DisputeSaga(MoveDispute moveDispute) {
    this.moveDispute = moveDispute;
  }

  @Override
  public SagaDefinition<Data> definition() {
    return DEFINITION;
  }

  @Override
  public void changed(SagaChange<Data> change) {
    DisputeId id = new DisputeId(change.businessKey());
    Data data = change.data();
    if (change.status() == SagaStatus.COMPLETED) {
      moveDispute.closed(
          id,
          Verdict.valueOf(requireNonNull(data.decided()).outcome()),
          requireNonNull(data.closed()).toOutcome());
    } else if (change.status() == SagaStatus.RUNNING && change.step().equals(VERDICT)) {
      moveDispute.frozen(id, Credits.parse(requireNonNull(data.frozen()).frozen()));
    }
  }
}
