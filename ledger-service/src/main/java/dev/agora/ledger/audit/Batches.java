package dev.agora.ledger.audit;

import dev.agora.ledger.journal.TransactionRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The batches in the order of their numbers, each with its rows: a merge of three tables. */
final class Batches {

  private final Rows<BatchRow> batches;
  private final Rows<TransactionRow> journal;
  private final EntryRuns entries;
  private @Nullable TransactionRow ahead;
  private @Nullable TransactionRow stray;

  Batches(Rows<BatchRow> batches, Rows<TransactionRow> journal, EntryRuns entries) {
    this.batches = batches;
    this.journal = journal;
    this.entries = entries;
    this.ahead = journal.next();
  }

  /** The next batch, or null after the last. */
  @Nullable RecordedBatch next() {
    BatchRow batch = batches.next();
    if (batch == null) {
      noteStrayBefore(Long.MAX_VALUE);
      return null;
    }
    noteStrayBefore(batch.firstNumber());
    List<TransactionRow> transactions = new ArrayList<>(batch.transactions());
    for (TransactionRow row = ahead; row != null && row.number() < batch.endNumber(); row = ahead) {
      transactions.add(row);
      ahead = journal.next();
    }
    return new RecordedBatch(batch, transactions, entries.of(batch));
  }

  /** A transaction that no batch has; null if there is none so far. */
  @Nullable TransactionRow stray() {
    return stray;
  }

  private void noteStrayBefore(long number) {
    TransactionRow row = ahead;
    while (row != null && row.number() < number) {
      stray = stray == null ? row : stray;
      row = journal.next();
      ahead = row;
    }
  }
}
