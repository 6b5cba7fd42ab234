package dev.agora.ledger.journal;

import org.jspecify.annotations.Nullable;

/**
 * A row of table {@code journal}. The batch's hash covers all components but the versions, which
 * follow from the entries.
 *
 * @param payerVersion of the entry with the payer's statement line; null if it has none
 * @param payeeVersion the same of the payee's
 */
public record TransactionRow(
    long number,
    String postingId,
    String kind,
    long atMicros,
    @Nullable Long payerId,
    @Nullable Long payeeId,
    @Nullable String holdId,
    long amount,
    @Nullable String feeAsset,
    @Nullable Long fee,
    @Nullable Long feeBps,
    @Nullable String reference,
    @Nullable String memo,
    @Nullable String details,
    @Nullable Long payerVersion,
    @Nullable Long payeeVersion) {}
