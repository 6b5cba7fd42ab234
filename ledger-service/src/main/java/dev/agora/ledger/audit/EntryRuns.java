package dev.agora.ledger.audit;

import dev.agora.ledger.journal.EntryRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts entries together that are of one batch. They lie nearly in the order of their batches:
 * batches that were written side by side mix, and a row that was written later, such as one that
 * somebody has changed, lies where there was room.
 */
final class EntryRuns {

  /** Entries that wait for their batch's turn at most. */
  private static final int WAITING_MAX = 200_000;

  /** Batches that are looked up one by one; with more the table lies in another order. */
  private static final int LOOKED_UP_MAX = 1_000;

  private static final Comparator<EntryRow> ORDER =
      Comparator.comparingLong(EntryRow::number).thenComparingLong(EntryRow::line);

  private final Rows<EntryRow> rows;
  private final Function<BatchRow, List<EntryRow>> lookUp;
  private final TreeMap<Long, List<EntryRow>> waiting = new TreeMap<>();
  private final Set<Long> lookedUp = new HashSet<>();
  private List<EntryRow> run = new ArrayList<>();
  private long runOf = -1;
  private int waitingCount;
  private long done = -1;
  private boolean ended;
  private @Nullable EntryRow stray;

  /** The entries lie in so different an order that they have to be sorted. */
  static final class OutOfOrder extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /**
   * Entries as they come.
   *
   * @param lookUp finds the entries of one batch
   */
  EntryRuns(Rows<EntryRow> rows, Function<BatchRow, List<EntryRow>> lookUp) {
    this.rows = rows;
    this.lookUp = lookUp;
  }

  /** All entries there are of the batch; each call for a later batch than the one before. */
  List<EntryRow> of(BatchRow batch) {
    while (!ended && countOf(batch) < batch.entries() && waitingCount < WAITING_MAX) {
      readOne();
    }
    List<EntryRow> found = waiting.remove(batch.id());
    List<EntryRow> all = found == null ? List.of() : found;
    waitingCount -= all.size();
    noteStrayBefore(batch.id());
    done = batch.id();
    runOf = -1;
    return all.size() < batch.entries() && !ended ? lookUp(batch) : sorted(all);
  }

  /** An entry whose number no batch has room for; null if there is none so far. */
  @Nullable EntryRow stray() {
    return stray;
  }

  /** The same after the last batch. */
  @Nullable EntryRow strayAtEnd() {
    while (!ended && stray == null) {
      readOne();
      noteStrayBefore(Long.MAX_VALUE);
    }
    noteStrayBefore(Long.MAX_VALUE);
    return stray;
  }

  private List<EntryRow> lookUp(BatchRow batch) {
    if (lookedUp.size() == LOOKED_UP_MAX) {
      throw new OutOfOrder();
    }
    lookedUp.add(batch.id());
    return lookUp.apply(batch);
  }

  private int countOf(BatchRow batch) {
    if (runOf == batch.id()) {
      return run.size();
    }
    List<EntryRow> found = waiting.get(batch.id());
    return found == null ? 0 : found.size();
  }

  private void readOne() {
    EntryRow row = rows.next();
    if (row == null) {
      ended = true;
      return;
    }
    long batch = BatchRow.idOf(row.number());
    if (batch <= done) {
      noteLate(row, batch);
      return;
    }
    if (batch != runOf) {
      run = waiting.computeIfAbsent(batch, id -> new ArrayList<>());
      runOf = batch;
    }
    run.add(row);
    waitingCount++;
  }

  private void noteLate(EntryRow row, long batch) {
    if (stray == null && !lookedUp.contains(batch)) {
      stray = row;
    }
  }

  private void noteStrayBefore(long batch) {
    if (stray == null && !waiting.isEmpty() && waiting.firstKey() < batch) {
      stray = Objects.requireNonNull(waiting.firstEntry()).getValue().getFirst();
    }
  }

  private static List<EntryRow> sorted(List<EntryRow> entries) {
    for (int index = 1; index < entries.size(); index++) {
      if (ORDER.compare(entries.get(index - 1), entries.get(index)) > 0) {
        entries.sort(ORDER);
        break;
      }
    }
    return entries;
  }
}
