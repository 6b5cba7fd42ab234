package dev.agora.portal.api;

import dev.agora.money.Credits;
import dev.agora.money.Usd;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Credits bought by card, from the first click to the last refund. */
public record Purchase(
    String id,
    String status,
    String source,
    String agent,
    Credits credits,
    Credits bonusCredits,
    Usd priceUsd,
    Usd feeUsd,
    int feeBps,
    @Nullable String checkoutUrl,
    Instant expiresAt,
    @Nullable Reason lastError,
    Usd refundedUsd,
    Instant createdAt,
    @Nullable Instant paidAt) {

  /** Whether something will still happen by itself. */
  public boolean isUnderWay() {
    return status.equals("AWAITING_PAYMENT") || status.equals("PAID");
  }
}
