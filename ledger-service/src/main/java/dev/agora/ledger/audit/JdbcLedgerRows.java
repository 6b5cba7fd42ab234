package dev.agora.ledger.audit;

import dev.agora.ledger.journal.BatchHash;
import dev.agora.ledger.journal.EntryRow;
import dev.agora.ledger.journal.StatementRow;
import dev.agora.ledger.journal.TransactionRow;
import java.util.List;

/** The append-only tables, streamed in the order in which they were written. */
final class JdbcLedgerRows {

  private static final String BATCHES =
      """
      SELECT id, chain, position, previous_hash, hash, transactions, entries FROM batch ORDER BY id
      """;

  private static final String JOURNAL =
      """
      SELECT number, posting_id, kind, at, payer_id, payee_id, hold_id, amount, fee_asset, fee, fee_bps, reference,
        memo, details, payer_version, payee_version
      FROM journal ORDER BY number
      """;

  /**
   * What a line is of comes as one number: the name of an enum's value costs the server a look into
   * its catalogue, for every row.
   */
  private static final String ENTRIES =
      """
      SELECT number,
        line * 16 + CASE part WHEN 'WHOLE' THEN 0 WHEN 'EARNED' THEN 1 WHEN 'PURCHASED' THEN 2
          WHEN 'PROMOTIONAL' THEN 3 ELSE 4 END + CASE asset WHEN 'CREDIT' THEN 0 ELSE 8 END,
        holder_id, version, account_id, lot, units, balance_after, available_change, held_change, promotional_after,
        purchased_after, earned_after, debt_after, held_after, frozen_after
      FROM entry
      """;

  private static final List<String> PARTS =
      List.of("WHOLE", "EARNED", "PURCHASED", "PROMOTIONAL", "DEBT");
  private static final int PART_BITS = 7;
  private static final int ASSET_BIT = 8;
  private static final int LINE_SHIFT = 4;

  private final JdbcSnapshot snapshot;

  JdbcLedgerRows(JdbcSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  Rows<BatchRow> batches() {
    return snapshot.stream(BATCHES, JdbcLedgerRows::readBatch);
  }

  Rows<TransactionRow> journal() {
    return snapshot.stream(JOURNAL, JdbcLedgerRows::readTransaction);
  }

  /** In the order in which they lie, which is nearly that of their numbers and costs nothing. */
  Rows<EntryRow> entriesAsTheyLie() {
    return snapshot.stream(ENTRIES, JdbcLedgerRows::readEntry);
  }

  /** Sorted by the server, on its disk: several times as long. */
  Rows<EntryRow> entriesSorted() {
    return snapshot.stream(ENTRIES + "ORDER BY number, line", JdbcLedgerRows::readEntry);
  }

  List<EntryRow> entriesOf(BatchRow batch) {
    return snapshot.list(
        ENTRIES
            + "WHERE number >= %d AND number < %d ORDER BY number, line"
                .formatted(batch.firstNumber(), batch.endNumber()),
        JdbcLedgerRows::readEntry);
  }

  private static BatchRow readBatch(BinaryRow row) {
    return new BatchRow(
        row.number(),
        (int) row.number(),
        row.number(),
        BatchHash.of(row.binary()),
        BatchHash.of(row.binary()),
        (int) row.number(),
        (int) row.number());
  }

  private static TransactionRow readTransaction(BinaryRow row) {
    return new TransactionRow(
        row.number(),
        row.text(),
        row.text(),
        row.micros(),
        row.numberOrNull(),
        row.numberOrNull(),
        row.textOrNull(),
        row.number(),
        row.textOrNull(),
        row.numberOrNull(),
        row.numberOrNull(),
        row.textOrNull(),
        row.textOrNull(),
        row.textOrNull(),
        row.numberOrNull(),
        row.numberOrNull());
  }

  private static EntryRow readEntry(BinaryRow row) {
    long number = row.number();
    int line = (int) row.number();
    return new EntryRow(
        number,
        line >> LINE_SHIFT,
        row.number(),
        row.number(),
        row.number(),
        PARTS.get(line & PART_BITS),
        (line & ASSET_BIT) == 0 ? "CREDIT" : "USD",
        row.numberOrNull(),
        row.number(),
        row.number(),
        row.isNull() ? null : readStatement(row));
  }

  private static StatementRow readStatement(BinaryRow row) {
    return new StatementRow(
        row.number(),
        row.number(),
        row.number(),
        row.number(),
        row.number(),
        row.number(),
        row.number(),
        row.number());
  }
}
