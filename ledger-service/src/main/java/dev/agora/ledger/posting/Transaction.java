package dev.agora.ledger.posting;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.HoldId;
import dev.agora.money.Credits;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the journal, without its entries.
 *
 * @param number rises in commit order for every agent
 * @param at rises strictly with the number for every agent
 * @param payer whose credits it took or set aside; null if nobody's
 * @param payee who got them; null if no agent did
 * @param amount that was paid, held, bought or converted, before the fee
 */
public record Transaction(
    long number,
    Instant at,
    PostingId postingId,
    TransactionKind kind,
    @Nullable AgentId payer,
    @Nullable AgentId payee,
    @Nullable HoldId hold,
    Credits amount,
    @Nullable Fee fee,
    Note note) {

  public TransactionId id() {
    return TransactionId.of(at, number);
  }
}
