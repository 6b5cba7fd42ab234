package dev.agora.billing.kafka;

import dev.agora.billing.kafka.PurchaseCommands.BookRefundedCharge;
import dev.agora.billing.kafka.PurchaseCommands.PostPurchase;
import dev.agora.billing.kafka.PurchaseCommands.RefundCharge;
import dev.agora.billing.purchase.EndPurchase;
import dev.agora.billing.purchase.Purchase;
import dev.agora.billing.purchase.PurchaseId;
import dev.agora.messaging.saga.ReplyMessage;
import dev.agora.messaging.saga.SagaChange;
import dev.agora.messaging.saga.SagaDefinition;
import dev.agora.messaging.saga.SagaObserver;
import dev.agora.messaging.saga.SagaStatus;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * From a card to credits: wait for the payment, then post the credits; if the ledger refuses for
 * good, give the money back and book that.
 */
@Component
class PurchaseSaga implements SagaObserver<PurchaseSaga.Data> {

  static final String PAYMENT = "payment";
  static final String POST = "post";
  static final String REFUND = "refund";
  static final String BOOK_REFUND = "book-refund";

  /** Longer than any checkout can be paid, so that the poller always ends the wait first. */
  private static final Duration PAYMENT_WAIT = Duration.ofHours(25);

  private static final Duration STRIPE_WAIT = Duration.ofSeconds(30);
  private static final Duration LEDGER_WAIT = Duration.ofSeconds(10);

  /** A day each: the money is taken, so there is no other way than forward. */
  private static final int STRIPE_ATTEMPTS = 1_440;

  private static final int LEDGER_ATTEMPTS = 1_440;

  static final SagaDefinition<Data> DEFINITION =
      SagaDefinition.saga("purchase", 1, Data.class)
          .pivot(PAYMENT)
          .awaiting(PAYMENT_WAIT)
          .onReply(Data::afterPayment)
          .retriable(POST)
          .command(PurchaseCommands.POST_PURCHASE, PostPurchase::of)
          .within(LEDGER_WAIT)
          .attempts(LEDGER_ATTEMPTS)
          .onReply(Data::afterPost)
          .ifRefused(REFUND)
          .alternative(REFUND)
          .command(PurchaseCommands.REFUND_CHARGE, RefundCharge::of)
          .within(STRIPE_WAIT)
          .attempts(STRIPE_ATTEMPTS)
          .onReply(Data::afterRefund)
          .alternative(BOOK_REFUND)
          .command(PurchaseCommands.BOOK_REFUNDED_CHARGE, BookRefundedCharge::of)
          .within(LEDGER_WAIT)
          .attempts(LEDGER_ATTEMPTS)
          .build();

  /** What the saga knows; decimals as the wire has them. */
  record Data(
      String purchaseId,
      String agentId,
      String priceUsd,
      String feeUsd,
      int feeBps,
      String baseCredits,
      String bonusCredits,
      @Nullable String paymentIntentId,
      @Nullable String stripeFeeUsd,
      @Nullable String taxUsd,
      @Nullable String transactionId,
      @Nullable String refusal,
      @Nullable String refundId) {

    static Data of(Purchase purchase) {
      return new Data(
          purchase.id().value(),
          purchase.agentId(),
          purchase.price().amount().toString(),
          purchase.price().fee().toString(),
          purchase.price().feeBps(),
          purchase.price().base().toString(),
          purchase.price().bonus().toString(),
          null,
          null,
          null,
          null,
          null,
          null);
    }

    private Data with(
        @Nullable PaymentTaken payment,
        @Nullable String newTransactionId,
        @Nullable String newRefusal,
        @Nullable String newRefundId) {
      return new Data(
          purchaseId,
          agentId,
          priceUsd,
          feeUsd,
          feeBps,
          baseCredits,
          bonusCredits,
          payment == null ? paymentIntentId : payment.paymentIntentId(),
          payment == null ? stripeFeeUsd : payment.stripeFeeUsd(),
          payment == null ? taxUsd : payment.taxUsd(),
          newTransactionId == null ? transactionId : newTransactionId,
          newRefusal == null ? refusal : newRefusal,
          newRefundId == null ? refundId : newRefundId);
    }

    static Data afterPayment(Data data, ReplyMessage reply) {
      return reply.isSuccess()
          ? data.with(reply.payload(PaymentTaken.class), null, null, null)
          : data.with(null, null, reply.refusalCode().orElse(null), null);
    }

    static Data afterPost(Data data, ReplyMessage reply) {
      return reply.isSuccess()
          ? data.with(
              null, reply.payload(PurchaseCommands.Posted.class).transactionId(), null, null)
          : data.with(null, null, reply.refusalCode().orElse("refused"), null);
    }

    static Data afterRefund(Data data, ReplyMessage reply) {
      return reply.isSuccess()
          ? data.with(
              null, null, null, reply.payload(PurchaseCommands.ChargeRefunded.class).refundId())
          : data;
    }
  }

  /** How billing answers its own waiting step. */
  record PaymentTaken(String paymentIntentId, String stripeFeeUsd, @Nullable String taxUsd) {}

  private final EndPurchase endPurchase;

  PurchaseSaga(EndPurchase endPurchase) {
    this.endPurchase = endPurchase;
  }

  @Override
  public SagaDefinition<Data> definition() {
    return DEFINITION;
  }

  @Override
  public void changed(SagaChange<Data> change) {
    // Paid, expired and quarantined are told by SettlePayment, which resolves the waiting step.
    if (change.status() != SagaStatus.COMPLETED) {
      return;
    }
    PurchaseId id = new PurchaseId(change.businessKey());
    Data data = change.data();
    if (data.refundId() == null) {
      endPurchase.completed(id, Objects.requireNonNull(data.transactionId()));
    } else {
      endPurchase.undelivered(id, Objects.requireNonNull(data.refusal()));
    }
  }
}
