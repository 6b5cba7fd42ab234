package dev.agora.billing.refund;

import dev.agora.billing.purchase.PaymentError;
import dev.agora.money.Credits;
import dev.agora.money.Usd;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A refund as callers see it.
 *
 * @param refundUsd null until the ledger has said how much is left
 * @param credits that go back for it
 * @param usedCredits of the purchase, which the refund is less by
 * @param url where to ask how it stands
 */
record RefundAnswer(
    String id,
    RefundStatus status,
    String purchase,
    String agent,
    @Nullable Usd refundUsd,
    @Nullable Credits credits,
    @Nullable Credits usedCredits,
    @Nullable PaymentError lastError,
    String url,
    Instant createdAt) {

  static RefundAnswer of(Refund refund) {
    RefundFigures figures = refund.figures();
    return new RefundAnswer(
        refund.id().value(),
        refund.status(),
        refund.purchaseId().value(),
        refund.agentId(),
        figures == null ? null : figures.amount(),
        figures == null ? null : figures.credits(),
        figures == null ? null : figures.used(),
        refund.error(),
        RefundController.PATH.replace("{id}", refund.purchaseId().value()),
        refund.createdAt());
  }
}
