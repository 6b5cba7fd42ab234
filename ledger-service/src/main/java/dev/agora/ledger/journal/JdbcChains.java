package dev.agora.ledger.journal;

import dev.agora.jdbc.JdbcAnswer;
import dev.agora.jdbc.JdbcColumn;
import dev.agora.jdbc.JdbcInstants;
import dev.agora.jdbc.JdbcRows;
import dev.agora.jdbc.JdbcScript;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Repository;

/** The heads of the chains, and the batches behind them. */
@Repository
class JdbcChains {

  private static final String COLUMNS = "SELECT number, position, hash, last_at FROM chain ";

  private static final String TOTALS =
      IntStream.range(0, ChainTotals.COLUMNS.size())
          .mapToObj(
              index ->
                  "%1$s = %1$s + change.units[%2$d]"
                      .formatted(ChainTotals.COLUMNS.get(index).column(), index + 1))
          .collect(Collectors.joining(", "));

  /**
   * Lets the transaction's statements keep their plans, each row found by its index. PostgreSQL
   * would plan those with arrays anew every time, which took a quarter of a small batch, and scan
   * tables that are small when it first looks.
   */
  void keepPlans(JdbcScript script) {
    script.ask(
        """
        SELECT set_config('plan_cache_mode', 'force_generic_plan', true),
          set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
          set_config('enable_mergejoin', 'off', true)
        """,
        List.of(),
        (row, index) -> index);
  }

  /**
   * Locks a chain that no other writer extends at the moment, the lowest first; if all are taken,
   * waits for one. Taken before any wallet, so that two writers can not wait for each other.
   */
  JdbcAnswer<Chain> lockAny(JdbcScript script) {
    // Which one is waited for hardly matters; the backend's number spreads the writers that wait.
    return script.ask(
        COLUMNS
            + """
            WHERE number = coalesce(
              (SELECT number FROM chain ORDER BY number LIMIT 1 FOR UPDATE SKIP LOCKED),
              1 + pg_backend_pid() % (SELECT count(*) FROM chain))
            FOR UPDATE
            """,
        List.of(),
        JdbcChains::read);
  }

  /**
   * Lets one transaction at a time take out of the platform's own accounts, whose parts are spread
   * over the chains; before any chain.
   */
  void lockOperations(JdbcScript script) {
    script.ask(
        "SELECT pg_advisory_xact_lock(hashtext('ledger operations'))",
        List.of(),
        (row, index) -> index);
  }

  /** Any head, not locked. */
  JdbcAnswer<Chain> first(JdbcScript script) {
    return script.ask(COLUMNS + "ORDER BY number LIMIT 1", List.of(), JdbcChains::read);
  }

  /** The number of the batch to come; taken with all wallets locked. */
  JdbcAnswer<Long> nextBatchId(JdbcScript script) {
    return script.ask("SELECT nextval('batch_id')", List.of(), (row, index) -> row.getLong(1));
  }

  JdbcAnswer<Long> nextAccountIds(JdbcScript script, int count) {
    return count == 0
        ? JdbcAnswer.none()
        : script.ask(
            "SELECT nextval('account_id') FROM generate_series(1, (?)[1])",
            List.of(JdbcColumn.longs(List.of((long) count))),
            (row, index) -> row.getLong(1));
  }

  void extend(JdbcScript script, Batch batch, ChainTotals totals) {
    JdbcRows<Batch> one = JdbcRows.of(List.of(batch));
    one.longs(Batch::id)
        .longs(added -> (long) added.chain())
        .longs(Batch::position)
        .bytes(added -> added.previousHash().bytes())
        .bytes(added -> added.hash().bytes())
        .longs(added -> (long) added.transactions())
        .longs(added -> (long) added.entries())
        .longs(added -> Micros.of(added.lastAt()))
        .array(totals.changes())
        .update(
            script,
            """
            WITH added AS (
              SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?)
                AS n (id, chain, position, previous_hash, hash, transactions, entries, last_at)),
            head AS (
              UPDATE chain SET position = added.position, hash = added.hash,
                last_at = 'epoch'::timestamptz + added.last_at * interval '1 microsecond', %s
              FROM added, (SELECT ?::bigint[] AS units) AS change WHERE number = added.chain)
            INSERT INTO batch (id, chain, position, previous_hash, hash, transactions, entries)
            SELECT id, chain, position, previous_hash, hash, transactions, entries FROM added
            """
                .formatted(TOTALS));
  }

  private static Chain read(ResultSet row, int index) throws SQLException {
    return new Chain(
        row.getInt("number"),
        row.getLong("position"),
        BatchHash.of(row.getBytes("hash")),
        JdbcInstants.read(row, "last_at"));
  }
}
