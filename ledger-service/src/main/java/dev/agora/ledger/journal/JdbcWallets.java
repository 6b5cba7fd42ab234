package dev.agora.ledger.journal;

import dev.agora.jdbc.JdbcAnswer;
import dev.agora.jdbc.JdbcInstants;
import dev.agora.jdbc.JdbcRows;
import dev.agora.jdbc.JdbcScript;
import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.OwnerId;
import dev.agora.ledger.posting.AgentStatus;
import dev.agora.ledger.posting.Limits;
import dev.agora.ledger.posting.Spent;
import dev.agora.ledger.posting.Wallet;
import dev.agora.money.Credits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The agents' balances. */
@Repository
class JdbcWallets {

  private static final String COLUMNS =
      """
      SELECT id, agent_id, owner_id, status, promotional, purchased, earned, debt, held, frozen, version,
        changed_at, limit_payment, limit_day, limit_month, only_allowed, has_counterparties, day_spent, month_spent
      FROM wallet WHERE agent_id = ANY (?)
      """;

  /**
   * Locks the wallets, one after the other in the order of ids, so that no two writers deadlock.
   */
  JdbcAnswer<WalletRow> lock(JdbcScript script, Collection<AgentId> agents) {
    return ask(script, COLUMNS + "ORDER BY agent_id FOR NO KEY UPDATE", agents);
  }

  JdbcAnswer<WalletRow> find(JdbcScript script, Collection<AgentId> agents) {
    return ask(script, COLUMNS, agents);
  }

  private static JdbcAnswer<WalletRow> ask(
      JdbcScript script, String sql, Collection<AgentId> agents) {
    return JdbcRows.of(agents).texts(AgentId::value).ask(script, sql, JdbcWallets::read);
  }

  /** Writes the balances of locked wallets. */
  void update(JdbcScript script, Collection<Wallet> wallets, AccountIds ids) {
    JdbcRows.of(wallets)
        .longs(wallet -> ids.of(wallet.agent()))
        .longs(wallet -> BucketSums.of(wallet.lots()).promotional().micros())
        .longs(wallet -> BucketSums.of(wallet.lots()).purchased().micros())
        .longs(wallet -> BucketSums.of(wallet.lots()).earned().micros())
        .longs(wallet -> wallet.debt().micros())
        .longs(wallet -> wallet.held().micros())
        .longs(wallet -> wallet.frozen().micros())
        .longs(wallet -> wallet.version())
        .longs(wallet -> Micros.of(wallet.changedAt()))
        .longs(wallet -> wallet.spent().today().micros())
        .longs(wallet -> wallet.spent().thisMonth().micros())
        .update(
            script,
            """
            UPDATE wallet SET promotional = n.promotional, purchased = n.purchased, earned = n.earned,
              debt = n.debt, held = n.held, frozen = n.frozen, version = n.version,
              changed_at = 'epoch'::timestamptz + n.changed_at * interval '1 microsecond',
              day_spent = n.day_spent, month_spent = n.month_spent
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              AS n (id, promotional, purchased, earned, debt, held, frozen, version, changed_at, day_spent,
                month_spent)
            WHERE wallet.id = n.id
            """);
  }

  private static WalletRow read(ResultSet row, int index) throws SQLException {
    String owner = row.getString("owner_id");
    return new WalletRow(
        row.getLong("id"),
        new AgentId(row.getString("agent_id")),
        owner == null ? null : new OwnerId(owner),
        AgentStatus.valueOf(row.getString("status")),
        sums(row),
        Credits.ofMicros(row.getLong("debt")),
        Credits.ofMicros(row.getLong("held")),
        Credits.ofMicros(row.getLong("frozen")),
        row.getLong("version"),
        JdbcInstants.read(row, "changed_at"),
        new Limits(
            credits(row, "limit_payment"),
            credits(row, "limit_day"),
            credits(row, "limit_month"),
            row.getBoolean("only_allowed"),
            Set.of(),
            Set.of()),
        row.getBoolean("has_counterparties"),
        new Spent(
            Credits.ofMicros(row.getLong("day_spent")),
            Credits.ofMicros(row.getLong("month_spent"))));
  }

  private static @Nullable Credits credits(ResultSet row, String column) throws SQLException {
    long micros = row.getLong(column);
    return row.wasNull() ? null : Credits.ofMicros(micros);
  }

  static BucketSums sums(ResultSet row) throws SQLException {
    return new BucketSums(
        Credits.ofMicros(row.getLong("promotional")),
        Credits.ofMicros(row.getLong("purchased")),
        Credits.ofMicros(row.getLong("earned")));
  }
}
