package dev.agora.ledger.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The batches and their rows, as they were written. */
@Repository
class JdbcBatches {

  private final JdbcClient jdbc;

  JdbcBatches(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long count() {
    return jdbc.sql("SELECT coalesce(sum(position), 0) FROM chain")
        .query((row, index) -> row.getLong(1))
        .single();
  }

  /** The newest that have that many entries together, and at least one, in the order of ids. */
  List<Batch> newest(int entries) {
    return jdbc.sql(
            """
            SELECT * FROM (
              SELECT *, sum(entries) OVER (ORDER BY id DESC) - entries AS newer
              FROM (SELECT * FROM batch ORDER BY id DESC LIMIT ?) AS last) AS page
            WHERE newer < ?
            ORDER BY id
            """)
        .params(entries, entries)
        .query(JdbcBatches::readBatch)
        .list();
  }

  /** Those after that one, in the order of ids, until they have that many entries together. */
  List<Batch> after(long id, int entries) {
    return jdbc.sql(
            """
            SELECT * FROM (
              SELECT *, sum(entries) OVER (ORDER BY id) - entries AS before
              FROM (SELECT * FROM batch WHERE id > ? ORDER BY id LIMIT ?) AS next) AS page
            WHERE before < ?
            ORDER BY id
            """)
        .params(id, entries, entries)
        .query(JdbcBatches::readBatch)
        .list();
  }

  /** Those from id to id that do not continue the batch before them in their chain. */
  List<Long> unlinked(long first, long last) {
    return jdbc.sql(
            """
            SELECT batch.id
            FROM batch
            LEFT JOIN batch earlier ON earlier.chain = batch.chain AND earlier.position = batch.position - 1
            WHERE batch.id BETWEEN ? AND ?
              AND batch.previous_hash <> CASE batch.position WHEN 1 THEN decode(repeat('00', 32), 'hex')
                ELSE coalesce(earlier.hash, '') END
            """)
        .params(first, last)
        .query((row, index) -> row.getLong(1))
        .list();
  }

  /** Looks at the newest thousand of each chain. */
  long countBrokenLinks() {
    return jdbc.sql(
            """
            SELECT count(*) FROM chain, LATERAL (
              SELECT hash, previous_hash, position, lag(hash) OVER (ORDER BY position) AS hash_before,
                lag(position) OVER (ORDER BY position) AS position_before
              FROM batch
              WHERE batch.chain = chain.number AND batch.position > chain.position - 1000) AS link
            WHERE (position_before IS NOT NULL
                AND (position_before <> link.position - 1 OR hash_before <> link.previous_hash))
              OR (link.position = 1 AND link.previous_hash <> decode(repeat('00', 32), 'hex'))
            """)
        .query((row, index) -> row.getLong(1))
        .single();
  }

  /** Chains whose head is not their last batch. */
  long countBrokenHeads() {
    return jdbc.sql(
            """
            SELECT count(*) FROM chain
            WHERE EXISTS (SELECT FROM batch WHERE chain = chain.number AND position > chain.position)
              OR (position > 0 AND NOT EXISTS (
                SELECT FROM batch
                WHERE chain = chain.number AND position = chain.position AND hash = chain.hash))
            """)
        .query((row, index) -> row.getLong(1))
        .single();
  }

  List<TransactionRow> transactionsOf(long firstBatch, long lastBatch) {
    return jdbc.sql(
            """
            SELECT number, posting_id, kind, (extract(epoch FROM at) * 1000000)::bigint AS at_micros, payer_id,
              payee_id, hold_id, amount, fee_asset, fee, fee_bps, reference, memo, details, payer_version, payee_version
            FROM journal WHERE number >= ? AND number < ? ORDER BY number
            """)
        .params(Batch.firstNumberOf(firstBatch), Batch.firstNumberOf(lastBatch + 1))
        .query(JdbcBatches::readTransaction)
        .list();
  }

  List<EntryRow> entriesOf(long firstBatch, long lastBatch) {
    return jdbc.sql("SELECT * FROM entry WHERE number >= ? AND number < ? ORDER BY number, line")
        .params(Batch.firstNumberOf(firstBatch), Batch.firstNumberOf(lastBatch + 1))
        .query(JdbcBatches::readEntry)
        .list();
  }

  private static Batch readBatch(ResultSet row, int index) throws SQLException {
    return new Batch(
        row.getLong("id"),
        row.getInt("chain"),
        row.getLong("position"),
        BatchHash.of(row.getBytes("previous_hash")),
        BatchHash.of(row.getBytes("hash")),
        row.getInt("transactions"),
        row.getInt("entries"),
        Instant.EPOCH);
  }

  private static TransactionRow readTransaction(ResultSet row, int index) throws SQLException {
    return new TransactionRow(
        row.getLong("number"),
        row.getString("posting_id"),
        row.getString("kind"),
        row.getLong("at_micros"),
        nullable(row, "payer_id"),
        nullable(row, "payee_id"),
        row.getString("hold_id"),
        row.getLong("amount"),
        row.getString("fee_asset"),
        nullable(row, "fee"),
        nullable(row, "fee_bps"),
        row.getString("reference"),
        row.getString("memo"),
        row.getString("details"),
        nullable(row, "payer_version"),
        nullable(row, "payee_version"));
  }

  private static EntryRow readEntry(ResultSet row, int index) throws SQLException {
    return new EntryRow(
        row.getLong("number"),
        row.getLong("line"),
        row.getLong("holder_id"),
        row.getLong("version"),
        row.getLong("account_id"),
        row.getString("part"),
        row.getString("asset"),
        nullable(row, "lot"),
        row.getLong("units"),
        row.getLong("balance_after"),
        readStatement(row));
  }

  private static @Nullable StatementRow readStatement(ResultSet row) throws SQLException {
    long availableChange = row.getLong("available_change");
    return row.wasNull()
        ? null
        : new StatementRow(
            availableChange,
            row.getLong("held_change"),
            row.getLong("promotional_after"),
            row.getLong("purchased_after"),
            row.getLong("earned_after"),
            row.getLong("debt_after"),
            row.getLong("held_after"),
            row.getLong("frozen_after"));
  }

  private static @Nullable Long nullable(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : (Long) value;
  }
}
