package dev.agora.ledger.journal;

import org.jspecify.annotations.Nullable;

/** A row of table {@code journal}; its components are what the batch's hash covers. */
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
    @Nullable String details) {}
