package dev.agora.payout.reconciliation;

import dev.agora.money.Usd;
import org.jspecify.annotations.Nullable;

/**
 * A transfer in Stripe's list.
 *
 * @param conversion in whose name it was made; null for none
 * @param reversed what was taken back of it
 */
public record ListedTransfer(
    String transferId, @Nullable String conversion, String destination, Usd amount, Usd reversed) {}
