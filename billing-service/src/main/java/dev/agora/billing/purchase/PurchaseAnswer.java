package dev.agora.billing.purchase;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.agora.money.Credits;
import dev.agora.money.Usd;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A purchase as callers see it.
 *
 * @param credits base and bonus
 * @param checkoutUrl null once nothing can be paid there any more
 */
record PurchaseAnswer(
    String id,
    PurchaseStatus status,
    PurchaseSource source,
    String agent,
    @JsonProperty("package") @Nullable String packageId,
    Credits credits,
    Credits bonusCredits,
    Usd priceUsd,
    Usd feeUsd,
    int feeBps,
    @Nullable String checkoutUrl,
    Instant expiresAt,
    @Nullable PaymentError lastError,
    Usd refundedUsd,
    Instant createdAt,
    @Nullable Instant paidAt) {

  private static final String CUSTOM = "custom";

  static PurchaseAnswer of(Purchase purchase) {
    Checkout checkout = purchase.checkout();
    boolean payable = purchase.status() == PurchaseStatus.AWAITING_PAYMENT;
    String packageId = purchase.price().packageId();
    return new PurchaseAnswer(
        purchase.id().value(),
        purchase.status(),
        purchase.source(),
        purchase.agentId(),
        packageId.equals(CUSTOM) ? null : packageId,
        purchase.price().credits(),
        purchase.price().bonus(),
        purchase.price().amount(),
        purchase.price().fee(),
        purchase.price().feeBps(),
        payable && checkout != null ? checkout.url() : null,
        purchase.expiresAt(),
        purchase.lastError(),
        purchase.refunded(),
        purchase.createdAt(),
        purchase.paidAt());
  }
}
