package dev.agora.payout.transfer;

import dev.agora.money.Usd;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A transfer that Stripe was asked for and that nobody knows of, as operators see it.
 *
 * @param attempts how often Stripe was asked, with one key
 * @param since when it was first asked
 * @param lastError what came of the last attempt; null while it runs
 */
record DoubtfulTransfer(
    String conversion, Usd amountUsd, int attempts, Instant since, @Nullable String lastError) {}
