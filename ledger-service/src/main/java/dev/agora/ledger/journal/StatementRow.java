package dev.agora.ledger.journal;

/** The statement line within a row of table {@code entry}, in micro-credits. */
public record StatementRow(
    long availableChange,
    long heldChange,
    long promotionalAfter,
    long purchasedAfter,
    long earnedAfter,
    long debtAfter,
    long heldAfter,
    long frozenAfter) {}
