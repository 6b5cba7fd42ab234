package dev.agora.ledger.journal;

import org.jspecify.annotations.Nullable;

/** A row of table {@code entry}; its components are what the batch's hash covers. */
public record EntryRow(
    long number,
    long line,
    long holderId,
    long version,
    long accountId,
    String part,
    String asset,
    @Nullable Long lot,
    long units,
    long balanceAfter,
    @Nullable StatementRow statement) {}
