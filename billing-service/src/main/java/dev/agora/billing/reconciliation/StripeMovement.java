package dev.agora.billing.reconciliation;

import dev.agora.money.Usd;
import java.time.Instant;

/**
 * A line of Stripe's statement.
 *
 * @param id {@code txn_…}
 * @param category Stripe's reporting category, such as {@code charge}
 * @param net what it adds to the balance, fees taken off; below zero when money leaves
 * @param matter what it is about, as the ledger names it; Stripe's own name where it is none of
 *     ours
 * @param createdAt by Stripe's clock
 */
public record StripeMovement(
    String id, String category, Usd net, String matter, Instant createdAt) {}
