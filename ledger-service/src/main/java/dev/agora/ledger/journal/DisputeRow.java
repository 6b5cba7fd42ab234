package dev.agora.ledger.journal;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.DisputeId;
import dev.agora.ledger.posting.Dispute;
import dev.agora.ledger.posting.DisputeStatus;
import dev.agora.ledger.posting.Lots;
import org.jspecify.annotations.Nullable;

/** A row of table {@code dispute}, which knows the sums of the buckets but not their lots. */
record DisputeRow(
    DisputeId id,
    @Nullable DisputeId partOf,
    long accountId,
    AgentId agent,
    long purchase,
    BucketSums sums,
    DisputeStatus status,
    Dispute.End end) {

  Dispute with(Lots lots) {
    return new Dispute(id, partOf, agent, purchase, lots, status, end);
  }
}
