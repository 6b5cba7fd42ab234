package dev.agora.payout.reconciliation;

import dev.agora.money.Usd;
import org.jspecify.annotations.Nullable;

/**
 * What we believe of a conversion's transfer.
 *
 * @param transferId once it is done
 * @param pending whether Stripe may be executing it now
 */
record Expected(
    String conversion,
    String destination,
    Usd amount,
    @Nullable String transferId,
    boolean pending) {}
