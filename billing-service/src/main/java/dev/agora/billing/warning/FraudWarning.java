package dev.agora.billing.warning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A bank's early warning that a payment may be a thief's.
 *
 * @param stripeId {@code issfr_…}
 * @param paymentIntentId of the payment; null for a payment that is none of ours
 * @param fraudType Stripe's word for it, such as {@code made_with_stolen_card}
 * @param createdAt by Stripe's clock
 */
public record FraudWarning(
    String stripeId, @Nullable String paymentIntentId, String fraudType, Instant createdAt) {}
