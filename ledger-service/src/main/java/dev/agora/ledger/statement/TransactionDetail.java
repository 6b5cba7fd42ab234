package dev.agora.ledger.statement;

import dev.agora.ledger.posting.TransactionKind;
import dev.agora.money.Credits;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One transaction with its double entry.
 *
 * @param from the paying agent, if one paid
 * @param to the paid agent, if one was paid
 * @param fee in credits or, of purchases and conversions, in dollars
 * @param hold that it placed or ended
 */
record TransactionDetail(
    String id,
    TransactionKind kind,
    Credits amount,
    @Nullable String from,
    @Nullable String to,
    @Nullable String fee,
    @Nullable Integer feeBps,
    @Nullable String hold,
    @Nullable String memo,
    @Nullable String reference,
    Instant at,
    List<Leg> legs) {}
