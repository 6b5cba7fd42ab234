package dev.agora.ledger.statement;

import dev.agora.ledger.posting.TransactionKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which transactions a caller wants; what is null does not matter.
 *
 * @param from the earliest instant
 * @param to the first instant that is too late
 * @param counterparty the agent on the other side
 */
record HistoryFilter(
    @Nullable TransactionKind kind,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable String counterparty,
    @Nullable String reference) {}
