package dev.agora.billing.reconciliation;

import dev.agora.money.Usd;
import java.time.Instant;

/**
 * What a transaction of the ledger changed of the dollars at Stripe.
 *
 * @param transactionId {@code txn_…} of the journal
 * @param kind of the transaction, such as {@code PURCHASE}
 * @param net more or less than before, never zero
 * @param matter the purchase, refund, dispute or conversion that it is about
 */
public record BookedMovement(
    String transactionId, String kind, Usd net, String matter, Instant postedAt) {}
