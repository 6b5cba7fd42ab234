package dev.agora.billing.kafka;

import static java.util.Objects.requireNonNull;

import dev.agora.billing.kafka.RefundMessages.CaptureRefund;
import dev.agora.billing.kafka.RefundMessages.ReleaseHold;
import dev.agora.billing.kafka.RefundMessages.ReserveRefund;
import dev.agora.billing.kafka.RefundMessages.Reserved;
import dev.agora.billing.kafka.RefundMessages.SendRefund;
import dev.agora.billing.purchase.Payment;
import dev.agora.billing.refund.MoveRefund;
import dev.agora.billing.refund.Refund;
import dev.agora.billing.refund.RefundId;
import dev.agora.messaging.saga.ReplyMessage;
import dev.agora.messaging.saga.SagaChange;
import dev.agora.messaging.saga.SagaDefinition;
import dev.agora.messaging.saga.SagaObserver;
import dev.agora.messaging.saga.SagaStatus;
import dev.agora.money.Usd;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * From credits back to a card: set aside what is left of the purchase, give its worth back, then
 * let the credits go. A refusal before or by Stripe gives the credits back; after Stripe has sent,
 * there is only forward.
 */
@Component
class RefundSaga implements SagaObserver<RefundSaga.Data> {

  static final String RESERVE = "reserve";
  static final String SEND = "send";
  static final String CAPTURE = "capture";

  /** Short, because a refund that is pending at Stripe is asked about with each repetition. */
  private static final Duration STRIPE_WAIT = Duration.ofSeconds(5);

  /** Ten days of looking once a minute: as long as a pending refund takes. */
  private static final int STRIPE_ATTEMPTS = 14_400;

  private static final Duration LEDGER_WAIT = Duration.ofSeconds(10);

  /** A day: the dollars are gone, so there is no other way than forward. */
  private static final int LEDGER_ATTEMPTS = 1_440;

  static final SagaDefinition<Data> DEFINITION =
      SagaDefinition.saga("refund", 1, Data.class)
          .compensatable(RESERVE)
          .command(RefundMessages.RESERVE_REFUND, ReserveRefund::of)
          .undo(RefundMessages.RELEASE_HOLD, ReleaseHold::of)
          .within(LEDGER_WAIT)
          .onReply(Data::afterReserve)
          .pivot(SEND)
          .command(RefundMessages.SEND_REFUND, SendRefund::of)
          .within(STRIPE_WAIT)
          .attempts(STRIPE_ATTEMPTS)
          .onReply(Data::afterSend)
          .retriable(CAPTURE)
          .command(RefundMessages.CAPTURE_REFUND, CaptureRefund::of)
          .within(LEDGER_WAIT)
          .attempts(LEDGER_ATTEMPTS)
          .build();

  /** What the saga knows; decimals as the wire has them. */
  record Data(
      String refundId,
      String purchaseId,
      String holdId,
      String agentId,
      String priceUsd,
      String feeUsd,
      String paymentIntentId,
      @Nullable String taxUsd,
      @Nullable Reserved reserved,
      @Nullable String stripeRefundId,
      @Nullable String refusal) {

    static Data of(Refund refund) {
      return new Data(
          refund.id().value(),
          refund.purchaseId().value(),
          refund.holdId(),
          refund.agentId(),
          refund.price().toString(),
          refund.fee().toString(),
          refund.paymentIntentId(),
          refund.tax().toString(),
          null,
          null,
          null);
    }

    private Data with(
        @Nullable Reserved setAside, @Nullable String sent, @Nullable String refused) {
      return new Data(
          refundId,
          purchaseId,
          holdId,
          agentId,
          priceUsd,
          feeUsd,
          paymentIntentId,
          taxUsd,
          setAside,
          sent,
          refused);
    }

    /** The tax that goes back with what is reserved; null before, and where there is none. */
    @Nullable String taxBackUsd() {
      if (taxUsd == null || reserved == null) {
        return null;
      }
      Usd back =
          Payment.partOfTax(
              Usd.parse(taxUsd), Usd.parse(reserved.refundUsd()), Usd.parse(priceUsd));
      return back.isZero() ? null : back.toString();
    }

    static Data afterReserve(Data data, ReplyMessage reply) {
      return reply.isSuccess()
          ? data.with(reply.payload(Reserved.class), null, null)
          : data.with(null, null, reply.refusalCode().orElse("refused"));
    }

    static Data afterSend(Data data, ReplyMessage reply) {
      return reply.isSuccess()
          ? data.with(
              data.reserved(),
              reply.payload(RefundMessages.RefundSent.class).stripeRefundId(),
              null)
          : data.with(data.reserved(), null, reply.refusalCode().orElse("refused"));
    }
  }

  private final MoveRefund moveRefund;

  RefundSaga(MoveRefund moveRefund) {
    this.moveRefund = moveRefund;
  }

  @Override
  public SagaDefinition<Data> definition() {
    return DEFINITION;
  }

  @Override
  public void changed(SagaChange<Data> change) {
    RefundId id = new RefundId(change.businessKey());
    Data data = change.data();
    if (change.status() == SagaStatus.COMPLETED) {
      moveRefund.completed(id, requireNonNull(data.stripeRefundId()));
    } else if (change.status() == SagaStatus.COMPENSATED) {
      moveRefund.rejected(
          id, data.refusal() == null ? change.reason().orElse("refused") : data.refusal());
    } else if (change.status() == SagaStatus.RUNNING && change.step().equals(SEND)) {
      moveRefund.reserved(id, requireNonNull(data.reserved()).toFigures());
    }
  }
}
