package dev.agora.ledger.audit;

import dev.agora.ledger.journal.BatchHash;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who changed a batch whose hash is wrong. The hash says only that something was changed; but one
 * database transaction writes all rows of a batch, and PostgreSQL keeps with each row which one
 * wrote it, so that a row that was changed later stands out.
 */
final class JdbcTraces {

  /**
   * A row and the database transaction that wrote it.
   *
   * @param content as JSON
   */
  private record Trace(String table, String row, String writtenBy, String content) {}

  private final JdbcSnapshot snapshot;

  JdbcTraces(JdbcSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** The row that does not fit the hash, as exactly as it can be told. */
  Finding wrongHash(BatchRow batch, BatchHash recomputed) {
    if (recomputed.equals(hashInNext(batch))) {
      return new Finding(
          "batch",
          "batch %d of chain %d".formatted(batch.id(), batch.chain()),
          "hash " + recomputed.hex(),
          "hash " + batch.hash().hex(),
          "Its rows still have the hash that the chain goes on from.");
    }
    List<Trace> rows = rowsOf(batch);
    String author = rows.getFirst().writtenBy();
    List<Trace> later = rows.stream().filter(row -> !row.writtenBy().equals(author)).toList();
    boolean restored = later.size() == rows.size() - 1;
    if (restored) {
      later = minorities(rows);
    }
    return later.isEmpty() ? anyRow(batch, recomputed) : changed(batch, later, author);
  }

  private Finding changed(BatchRow batch, List<Trace> later, String author) {
    Trace first = later.getFirst();
    String others =
        later.size() == 1 ? "" : " %d more of its rows were, too.".formatted(later.size() - 1);
    return new Finding(
        first.table(),
        first.row(),
        "the row that was there when batch %d of chain %d was written"
            .formatted(batch.id(), batch.chain()),
        first.content(),
        "The batch's hash is not that of its rows, and this row was written again later: by database"
            + " transaction %s, the batch by %s.%s".formatted(first.writtenBy(), author, others));
  }

  private static Finding anyRow(BatchRow batch, BatchHash recomputed) {
    return new Finding(
        "batch",
        "batch %d of chain %d".formatted(batch.id(), batch.chain()),
        "hash " + recomputed.hex(),
        "hash " + batch.hash().hex(),
        "One of its %d transactions or %d entries was changed; which one does not show."
            .formatted(batch.transactions(), batch.entries()));
  }

  /** In a restored database no row was written with its batch; then most of a table's tell. */
  private static List<Trace> minorities(List<Trace> rows) {
    Map<String, Integer> counts = new HashMap<>();
    rows.forEach(row -> counts.merge(row.table() + row.writtenBy(), 1, Integer::sum));
    Map<String, Integer> most = new HashMap<>();
    rows.forEach(
        row ->
            most.merge(
                row.table(), counts.getOrDefault(row.table() + row.writtenBy(), 0), Math::max));
    return rows.stream()
        .filter(
            row ->
                counts.getOrDefault(row.table() + row.writtenBy(), 0)
                    < most.getOrDefault(row.table(), 0))
        .toList();
  }

  /** What the next batch of the chain, or its head, says that the batch's hash is. */
  private @Nullable BatchHash hashInNext(BatchRow batch) {
    List<BatchHash> next =
        snapshot.list(
            """
            SELECT previous_hash FROM batch WHERE chain = %1$d AND position = %2$d + 1
            UNION ALL SELECT hash FROM chain WHERE number = %1$d AND position = %2$d
            """
                .formatted(batch.chain(), batch.position()),
            row -> BatchHash.of(row.binary()));
    return next.isEmpty() ? null : next.getFirst();
  }

  /** The batch itself first. */
  private List<Trace> rowsOf(BatchRow batch) {
    String range = "number >= %d AND number < %d".formatted(batch.firstNumber(), batch.endNumber());
    return Stream.of(
            "SELECT 'batch', 'batch ' || id, xmin::text, '' FROM batch WHERE id = " + batch.id(),
            "SELECT 'journal', 'transaction ' || number, xmin::text, to_json(journal)::text FROM journal WHERE "
                + range
                + " ORDER BY number",
            "SELECT 'entry', 'line ' || line || ' of transaction ' || number, xmin::text, to_json(entry)::text"
                + " FROM entry WHERE "
                + range
                + " ORDER BY number, line")
        .flatMap(
            query ->
                snapshot
                    .list(query, row -> new Trace(row.text(), row.text(), row.text(), row.text()))
                    .stream())
        .toList();
  }
}
