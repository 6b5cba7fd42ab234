package dev.agora.ledger.journal;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.OwnerId;
import dev.agora.ledger.posting.AgentStatus;
import dev.agora.ledger.posting.Limits;
import dev.agora.ledger.posting.Lots;
import dev.agora.ledger.posting.Spent;
import dev.agora.ledger.posting.Wallet;
import dev.agora.money.Credits;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of table {@code wallet}, which knows the sums of the buckets but not their lots. */
record WalletRow(
    long id,
    AgentId agent,
    @Nullable OwnerId owner,
    AgentStatus status,
    BucketSums sums,
    Credits debt,
    Credits held,
    Credits frozen,
    long version,
    Instant changedAt,
    Limits limits,
    boolean hasCounterparties,
    Spent spent) {

  Wallet with(Lots lots, Limits withCounterparties) {
    return new Wallet(
        agent,
        owner,
        status,
        lots,
        debt,
        held,
        frozen,
        version,
        changedAt,
        withCounterparties,
        spent);
  }
}
