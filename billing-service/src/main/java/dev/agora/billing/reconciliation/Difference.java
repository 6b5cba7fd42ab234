package dev.agora.billing.reconciliation;

import dev.agora.money.Usd;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A matter of which the ledger and Stripe say different things.
 *
 * @param matter a purchase, refund or conversion of ours, else Stripe's own name
 * @param bookedUsd what the ledger has booked
 * @param stripeUsd what Stripe has booked
 * @param differenceUsd Stripe's less the ledger's
 * @param explanation null: nobody knows why
 * @param since the last change of either side
 */
public record Difference(
    String matter,
    DifferenceKind kind,
    Usd bookedUsd,
    Usd stripeUsd,
    Usd differenceUsd,
    @Nullable Explanation explanation,
    Instant since) {}
