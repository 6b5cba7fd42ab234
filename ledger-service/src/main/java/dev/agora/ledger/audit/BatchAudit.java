package dev.agora.ledger.audit;

import dev.agora.ledger.journal.BatchHash;
import dev.agora.ledger.journal.EntryRow;
import dev.agora.ledger.journal.TransactionRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether one batch after the other is what it was when it was written. */
final class BatchAudit {

  private static final long MICROS_PER_SECOND = 1_000_000;

  private final Recomputation recomputation;
  private final Chains chains;
  private final JdbcTraces traces;
  private final Names names;

  BatchAudit(Recomputation recomputation, Chains chains, JdbcTraces traces, Names names) {
    this.recomputation = recomputation;
    this.chains = chains;
    this.traces = traces;
    this.names = names;
  }

  /** What is wrong with the next batch, or null; rows before hashes, for they tell more. */
  @Nullable Finding wrong(RecordedBatch batch) {
    BatchShape shape = new BatchShape(batch, names);
    Finding wrong = chains.wrongLink(batch.row());
    if (wrong == null) {
      wrong = shape.wrong();
    }
    if (wrong == null) {
      wrong = wrongBalance(batch, shape.entriesByTransaction());
    }
    return wrong == null ? wrongHash(batch) : wrong;
  }

  private @Nullable Finding wrongBalance(RecordedBatch batch, List<List<EntryRow>> entries) {
    long loadedAt = Math.floorDiv(batch.transactions().getFirst().atMicros(), MICROS_PER_SECOND);
    for (int index = 0; index < batch.transactions().size(); index++) {
      TransactionRow transaction = batch.transactions().get(index);
      Finding wrong = recomputation.take(transaction, entries.get(index), loadedAt);
      if (wrong != null) {
        return wrong;
      }
    }
    return null;
  }

  private @Nullable Finding wrongHash(RecordedBatch batch) {
    BatchHash recomputed =
        BatchHash.after(batch.row().previousHash(), batch.transactions(), batch.entries());
    if (!recomputed.equals(batch.row().hash())) {
      return traces.wrongHash(batch.row(), recomputed);
    }
    chains.extend(batch.row(), batch.transactions().getLast().atMicros());
    return null;
  }
}
