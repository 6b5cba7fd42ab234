package dev.agora.payout.statement;

import dev.agora.money.Credits;
import dev.agora.money.Usd;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One conversion that was paid.
 *
 * @param completedAt decides the year, in UTC
 * @param reversed what Stripe took back later
 * @param transferId Stripe's
 * @param payoutId Stripe's, of the bank leg; null while there is none
 */
record Line(
    String conversion,
    String agent,
    Instant completedAt,
    Credits credits,
    Usd gross,
    Usd fee,
    Usd net,
    Usd reversed,
    String payoutStatus,
    String transferId,
    @Nullable String payoutId) {}
