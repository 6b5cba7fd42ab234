package dev.agora.billing.refund;

import dev.agora.billing.purchase.PaymentError;
import dev.agora.billing.purchase.PurchaseId;
import dev.agora.money.Usd;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A purchase's rest on its way back.
 *
 * @param humanId who bought it
 * @param holdId of the credits that the ledger sets aside, made here
 * @param price of the purchase
 * @param fee that the platform kept of it
 * @param tax that the buyer paid on top of the price
 * @param paymentIntentId that paid it
 * @param reason the buyer's own words
 * @param figures null until the ledger has set the credits aside
 * @param stripeRefundId null until Stripe has made it
 * @param error why it was rejected or failed
 * @param version grows with each change
 */
public record Refund(
    RefundId id,
    PurchaseId purchaseId,
    String humanId,
    String agentId,
    String holdId,
    Usd price,
    Usd fee,
    Usd tax,
    String paymentIntentId,
    @Nullable String reason,
    RefundStatus status,
    @Nullable RefundFigures figures,
    @Nullable String stripeRefundId,
    @Nullable PaymentError error,
    Instant createdAt,
    Instant changedAt,
    long version) {

  Refund reserved(RefundFigures known, Instant now) {
    return next(RefundStatus.RESERVED, known, null, null, now);
  }

  Refund completed(String stripeId, Instant now) {
    return next(RefundStatus.COMPLETED, figures, stripeId, null, now);
  }

  Refund ended(RefundStatus end, PaymentError why, Instant now) {
    return next(end, figures, stripeRefundId, why, now);
  }

  private Refund next(
      RefundStatus next,
      @Nullable RefundFigures known,
      @Nullable String stripeId,
      @Nullable PaymentError why,
      Instant now) {
    return new Refund(
        id,
        purchaseId,
        humanId,
        agentId,
        holdId,
        price,
        fee,
        tax,
        paymentIntentId,
        reason,
        next,
        known,
        stripeId,
        why,
        createdAt,
        now,
        version + 1);
  }
}
