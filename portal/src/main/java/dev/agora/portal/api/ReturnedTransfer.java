package dev.agora.portal.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Dollars that came back, as operators see them.
 *
 * @param human the owner who had been paid
 * @param reversal Stripe's, {@code trr_…}
 * @param requestedBy the operator who has said what becomes of them; null before
 */
public record ReturnedTransfer(
    ReturnedPayout returned,
    String human,
    String reversal,
    @Nullable String requestedBy,
    @Nullable Instant requestedAt) {}
