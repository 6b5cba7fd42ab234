package dev.agora.ledger.journal;

import dev.agora.jdbc.JdbcRows;
import dev.agora.jdbc.JdbcScript;
import java.util.Collection;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;

/** The transactions and their entries; written once, never changed. */
@Repository
class JdbcJournal {

  private final JdbcOperations jdbc;

  JdbcJournal(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** An empty script. */
  JdbcScript script() {
    return new JdbcScript(jdbc);
  }

  void insertTransactions(JdbcScript script, Collection<TransactionRow> rows) {
    JdbcRows.of(rows)
        .longs(TransactionRow::number)
        .texts(TransactionRow::postingId)
        .texts(TransactionRow::kind)
        .longs(TransactionRow::atMicros)
        .longs(TransactionRow::payerId)
        .longs(TransactionRow::payeeId)
        .texts(TransactionRow::holdId)
        .longs(TransactionRow::amount)
        .texts(TransactionRow::feeAsset)
        .longs(TransactionRow::fee)
        .longs(TransactionRow::feeBps)
        .texts(TransactionRow::reference)
        .texts(TransactionRow::memo)
        .texts(TransactionRow::details)
        .longs(TransactionRow::payerVersion)
        .longs(TransactionRow::payeeVersion)
        .update(
            script,
            """
            INSERT INTO journal (number, posting_id, kind, at, payer_id, payee_id, hold_id, amount, fee_asset,
              fee, fee_bps, reference, memo, details, payer_version, payee_version)
            SELECT number, posting_id, kind::transaction_kind,
              'epoch'::timestamptz + at_micros * interval '1 microsecond', payer_id, payee_id, hold_id, amount,
              fee_asset::asset, fee, fee_bps, reference, memo, details::json, payer_version,
              payee_version
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              AS n (number, posting_id, kind, at_micros, payer_id, payee_id, hold_id, amount, fee_asset, fee,
                fee_bps, reference, memo, details, payer_version, payee_version)
            """);
  }

  void insertEntries(JdbcScript script, Collection<EntryRow> rows) {
    JdbcRows.of(rows)
        .longs(EntryRow::holderId)
        .longs(EntryRow::version)
        .longs(EntryRow::number)
        .longs(EntryRow::line)
        .longs(EntryRow::accountId)
        .texts(EntryRow::part)
        .texts(EntryRow::asset)
        .longs(EntryRow::lot)
        .longs(EntryRow::units)
        .longs(EntryRow::balanceAfter)
        .longs(row -> row.statement() == null ? null : row.statement().availableChange())
        .longs(row -> row.statement() == null ? null : row.statement().heldChange())
        .longs(row -> row.statement() == null ? null : row.statement().promotionalAfter())
        .longs(row -> row.statement() == null ? null : row.statement().purchasedAfter())
        .longs(row -> row.statement() == null ? null : row.statement().earnedAfter())
        .longs(row -> row.statement() == null ? null : row.statement().debtAfter())
        .longs(row -> row.statement() == null ? null : row.statement().heldAfter())
        .longs(row -> row.statement() == null ? null : row.statement().frozenAfter())
        .update(
            script,
            """
            INSERT INTO entry (holder_id, version, number, line, account_id, part, asset, lot, units,
              balance_after, available_change, held_change, promotional_after, purchased_after, earned_after,
              debt_after, held_after, frozen_after)
            SELECT holder_id, version, number, line, account_id, part::part, asset::asset, lot, units,
              balance_after, available_change, held_change, promotional_after, purchased_after, earned_after,
              debt_after, held_after, frozen_after
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              AS n (holder_id, version, number, line, account_id, part, asset, lot, units, balance_after,
                available_change, held_change, promotional_after, purchased_after, earned_after, debt_after,
                held_after, frozen_after)
            """);
  }
}
