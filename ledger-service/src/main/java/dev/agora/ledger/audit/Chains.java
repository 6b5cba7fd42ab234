package dev.agora.ledger.audit;

import dev.agora.ledger.journal.BatchHash;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The chains as far as they have been followed. */
final class Chains {

  private static final BatchHash NOTHING = BatchHash.of(new byte[32]);

  /**
   * Where a chain has got to.
   *
   * @param lastAt of the latest transaction, in microseconds
   */
  record Head(long position, BatchHash hash, long lastAt) {

    static final Head NONE = new Head(0, NOTHING, 0);
  }

  private final Map<Integer, Head> heads = new HashMap<>();

  Head of(int chain) {
    return heads.getOrDefault(chain, Head.NONE);
  }

  /** Whether the batch comes next in its chain; what is wrong if it does not. */
  @Nullable Finding wrongLink(BatchRow batch) {
    Head head = of(batch.chain());
    String row = "batch %d of chain %d".formatted(batch.id(), batch.chain());
    if (batch.position() != head.position() + 1) {
      return new Finding(
          "batch",
          "position %d of chain %d".formatted(head.position() + 1, batch.chain()),
          "a row",
          "none; %s has position %d".formatted(row, batch.position()),
          "The batches of a chain are numbered without a gap.");
    }
    return batch.previousHash().equals(head.hash())
        ? null
        : new Finding(
            "batch",
            row,
            "previous_hash " + head.hash().hex(),
            "previous_hash " + batch.previousHash().hex(),
            "Every batch has the hash of the one before it in its chain.");
  }

  void extend(BatchRow batch, long lastAt) {
    heads.put(batch.chain(), new Head(batch.position(), batch.hash(), lastAt));
  }
}
