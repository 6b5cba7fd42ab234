package dev.agora.ledger.journal;

import java.util.List;
import org.springframework.stereotype.Service;

/** Recomputes the newest part of the hash chains from the rows themselves. */
@Service
public class ChainVerification {

  /** Entries that one verification reads at most, about; the full audit reads all. */
  private static final int ENTRIES_MAX = 20_000;

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

  /** Verifies within the caller's snapshot. */
  public Result verifyNewest() {
    List<Batch> newest = batches.newest(ENTRIES_MAX);
    long firstBroken = 0;
    for (Batch batch : newest) {
      BatchHash again =
          BatchHash.after(
              batch.previousHash(),
              batches.transactionsOf(batch.id()),
              batches.entriesOf(batch.id()));
      if (firstBroken == 0 && !again.equals(batch.hash())) {
        firstBroken = batch.id();
      }
    }
    long broken = batches.countBrokenLinks() + batches.countBrokenHeads();
    return new Result(batches.count(), newest.size(), broken, firstBroken);
  }
}
