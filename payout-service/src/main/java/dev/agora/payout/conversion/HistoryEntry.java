package dev.agora.payout.conversion;

import dev.agora.money.Usd;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One state of a conversion.
 *
 * @param at since when
 * @param failure the bank's reason, with payout status FAILED
 * @param reversedUsd what Stripe had taken back from the owner's account by then
 */
record HistoryEntry(
    Instant at,
    ConversionStatus status,
    BankStatus payoutStatus,
    @Nullable String failure,
    Usd reversedUsd) {}
