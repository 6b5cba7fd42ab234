package dev.agora.ledger.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;

/** Recomputes the newest part of the hash chains from the rows themselves. */
@Service
public class ChainVerification {

  /** Entries that one verification of the newest reads at most, about; the walk reads all. */
  private static final int ENTRIES_MAX = 2_000;

  private final JdbcBatches batches;

  ChainVerification(JdbcBatches batches) {
    this.batches = batches;
  }

  /**
   * What was found.
   *
   * @param batches in all chains
   * @param recomputed the newest of them, whose hash was made again from their rows
   * @param brokenLinks batches whose predecessor has another hash than they say, gaps, and heads
   *     that are not the last batch's
   * @param firstBroken the first recomputed batch whose rows were changed, or 0
   */
  public record Result(long batches, long recomputed, long brokenLinks, long firstBroken) {

    public boolean ok() {
      return brokenLinks == 0 && firstBroken == 0;
    }
  }

  /**
   * What was found on one page of the walk.
   *
   * @param upTo the last batch's id
   * @param batches on it, all recomputed and compared with the one before
   * @param broken of them
   * @param firstBroken its id, or 0
   */
  public record Page(long upTo, long batches, long broken, long firstBroken) {}

  /**
   * Verifies the batches after that one, in the order of ids. One that is committed late, behind
   * those that were looked at, is left for the next pass.
   *
   * @param entries that the page has at most, about
   */
  public Page verifyAfter(long batchId, int entries) {
    List<Batch> page = batches.after(batchId, entries);
    if (page.isEmpty()) {
      return new Page(batchId, 0, 0, 0);
    }
    long upTo = page.getLast().id();
    Set<Long> broken = new TreeSet<>(batches.unlinked(page.getFirst().id(), upTo));
    broken.addAll(changed(page));
    long first = broken.isEmpty() ? 0 : broken.iterator().next();
    return new Page(upTo, page.size(), broken.size(), first);
  }

  /** Verifies within the caller's snapshot. */
  public Result verifyNewest() {
    List<Batch> newest = batches.newest(ENTRIES_MAX);
    List<Long> changed = changed(newest);
    long firstBroken = changed.isEmpty() ? 0 : changed.getFirst();
    long broken = batches.countBrokenLinks() + batches.countBrokenHeads();
    return new Result(batches.count(), newest.size(), broken, firstBroken);
  }

  /**
   * Those of neighbouring batches whose rows do not make their hash, in the order given. Read as
   * one stretch: each look into the index by number costs a pass over all that PostgreSQL has not
   * summarised yet.
   */
  private List<Long> changed(List<Batch> some) {
    if (some.isEmpty()) {
      return List.of();
    }
    long first = some.getFirst().id();
    long last = some.getLast().id();
    Map<Long, List<TransactionRow>> transactions = new HashMap<>();
    batches.transactionsOf(first, last).forEach(row -> add(transactions, row.number(), row));
    Map<Long, List<EntryRow>> entries = new HashMap<>();
    batches.entriesOf(first, last).forEach(row -> add(entries, row.number(), row));
    return some.stream()
        .filter(
            batch ->
                !BatchHash.after(
                        batch.previousHash(),
                        transactions.getOrDefault(batch.id(), List.of()),
                        entries.getOrDefault(batch.id(), List.of()))
                    .equals(batch.hash()))
        .map(Batch::id)
        .toList();
  }

  private static <T> void add(Map<Long, List<T>> byBatch, long number, T row) {
    byBatch.computeIfAbsent(Batch.idOf(number), id -> new ArrayList<>()).add(row);
  }
}
