package dev.agora.ledger.statement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.agora.ledger.posting.TransactionKind;
import dev.agora.money.Credits;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One transaction as one of its agents sees it.
 *
 * @param amount change of what the agent may spend
 * @param balanceAfter what it may spend after it
 * @param heldChange change of what is set aside
 * @param frozenAfter in disputes after it
 * @param hold that it placed or ended
 * @param version of the agent's account; the position in the history
 */
record HistoryItem(
    String id,
    TransactionKind kind,
    Credits amount,
    Credits balanceAfter,
    Credits heldChange,
    Credits heldAfter,
    Credits frozenAfter,
    @Nullable String counterparty,
    @Nullable String hold,
    @Nullable String memo,
    @Nullable String reference,
    Instant at,
    @JsonIgnore long version) {}
