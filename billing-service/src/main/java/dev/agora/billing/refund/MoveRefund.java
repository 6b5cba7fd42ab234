package dev.agora.billing.refund;

import static java.util.Objects.requireNonNull;

import dev.agora.billing.purchase.PaymentError;
import dev.agora.billing.purchase.ReturnPurchase;
import java.time.InstantSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves a refund forward, in the transaction of what moves it; anything else is ignored. */
@Service
@Transactional
public class MoveRefund {

  private final Refunds refunds;
  private final RefundEvents events;
  private final RefundProcess process;
  private final ReturnPurchase returnPurchase;
  private final InstantSource clock;

  MoveRefund(
      Refunds refunds,
      RefundEvents events,
      RefundProcess process,
      ReturnPurchase returnPurchase,
      InstantSource clock) {
    this.refunds = refunds;
    this.events = events;
    this.process = process;
    this.returnPurchase = returnPurchase;
    this.clock = clock;
  }

  /** The ledger has set the rest of the credits aside. */
  public void reserved(RefundId id, RefundFigures figures) {
    Refund refund = lock(id);
    if (refund.status() == RefundStatus.REQUESTED) {
      store(refund.reserved(figures, clock.instant()));
    }
  }

  /** Stripe gave the money back, and the ledger took the credits. */
  public void completed(RefundId id, String stripeRefundId) {
    Refund refund = lock(id);
    if (refund.status().isUnderWay()) {
      Refund completed = refund.completed(stripeRefundId, clock.instant());
      store(completed);
      returnPurchase.refunded(
          refund.purchaseId(), requireNonNull(completed.figures(), "figures").amount());
    }
  }

  /** Nothing was given back, and the credits are where they were. */
  public void rejected(RefundId id, String code) {
    Refund refund = lock(id);
    if (refund.status().isUnderWay()) {
      PaymentError why = new PaymentError(code, RejectionWords.of(code));
      store(refund.ended(RefundStatus.REJECTED, why, clock.instant()));
    }
  }

  /** Stripe took back a refund that was done: the credits are gone, so an operator has to pay. */
  void failedLater(RefundId id) {
    Refund refund = lock(id);
    if (refund.status() == RefundStatus.COMPLETED) {
      PaymentError why = new PaymentError("refund_failed", RejectionWords.FAILED_LATER);
      Refund failed = refund.ended(RefundStatus.FAILED, why, clock.instant());
      store(failed);
      process.handOver(failed);
    }
  }

  private Refund lock(RefundId id) {
    return refunds.lock(id).orElseThrow(() -> new IllegalStateException("no refund " + id));
  }

  private void store(Refund changed) {
    refunds.save(changed);
    events.changed(changed);
  }
}
