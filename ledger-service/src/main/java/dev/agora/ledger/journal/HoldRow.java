package dev.agora.ledger.journal;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.HoldId;
import dev.agora.ledger.posting.Hold;
import dev.agora.ledger.posting.HoldPurpose;
import dev.agora.ledger.posting.HoldStatus;
import dev.agora.ledger.posting.Lots;
import dev.agora.money.Credits;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of table {@code hold}, which knows the sums of the buckets but not their lots. */
record HoldRow(
    HoldId id,
    long accountId,
    AgentId payer,
    @Nullable AgentId payee,
    HoldPurpose purpose,
    Credits amount,
    Credits captured,
    Credits refunded,
    BucketSums sums,
    HoldStatus status,
    @Nullable String reference,
    @Nullable Instant expiresAt) {

  Hold with(Lots lots, Lots paid) {
    return new Hold(
        id, purpose, payer, payee, amount, captured, refunded, lots, paid, status, reference,
        expiresAt);
  }
}
