package dev.agora.ledger.proof;

import dev.agora.ledger.account.PlatformAccount;
import dev.agora.ledger.proof.Figures.Buckets;
import dev.agora.ledger.proof.Figures.Entries;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The figures out of the tables, within the caller's snapshot. */
@Repository
class JdbcFigures {

  /** One statement, so that it sees one moment whatever the transaction's isolation is. */
  private static final String BALANCES =
      """
      SELECT platform.*, agents.*, holds.*, disputes.*
      FROM (
        SELECT path || ' ' || asset AS account, sum(balance) AS balance
        FROM platform_account GROUP BY path, asset) AS platform
      CROSS JOIN (
        SELECT coalesce(sum(promotional), 0) AS agents_promotional, coalesce(sum(purchased), 0) AS agents_purchased,
          coalesce(sum(earned), 0) AS agents_earned, coalesce(sum(debt), 0) AS debt,
          coalesce(sum(held), 0) AS held, coalesce(sum(frozen), 0) AS frozen
        FROM wallet) AS agents
      CROSS JOIN (
        SELECT coalesce(sum(promotional), 0) AS holds_promotional, coalesce(sum(purchased), 0) AS holds_purchased,
          coalesce(sum(earned), 0) AS holds_earned,
          coalesce(sum(amount - captured) FILTER (WHERE status = 'HELD'), 0) AS open
        FROM hold) AS holds
      CROSS JOIN (
        SELECT coalesce(sum(promotional), 0) AS disputes_promotional,
          coalesce(sum(purchased), 0) AS disputes_purchased, 0 AS disputes_earned
        FROM dispute) AS disputes
      """;

  private final JdbcClient jdbc;

  JdbcFigures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Figures load() {
    Entries entries = new Entries(0, 0, "none", wrongLots(), wrongHeld(), wrongFrozen());
    entries = compareAgents(entries);
    return load(comparePlatform(entries));
  }

  /**
   * The figures alone, which are not compared with the journal: of one moment, in any transaction.
   */
  Figures balances() {
    return load(new Entries(0, 0, "none", 0, 0, 0));
  }

  private Figures load(Entries compared) {
    return Objects.requireNonNull(
        jdbc.sql(BALANCES).query((ResultSetExtractor<Figures>) rows -> figures(rows, compared)));
  }

  /** Every agent's balances are those that its latest statement line ends with. */
  private Entries compareAgents(Entries sofar) {
    return compare(
        sofar,
        """
        SELECT count(*), count(*) FILTER (WHERE NOT right_now),
          min(agent_id) FILTER (WHERE NOT right_now)
        FROM (
          SELECT agent_id, beyond.version IS NULL AND CASE wallet.version
              WHEN 0 THEN promotional = 0 AND purchased = 0 AND earned = 0 AND debt = 0 AND held = 0 AND frozen = 0
              ELSE coalesce((promotional, purchased, earned, debt, held, frozen) = (last.promotional_after,
                last.purchased_after, last.earned_after, last.debt_after, last.held_after, last.frozen_after), false)
              END AS right_now
          FROM wallet
          LEFT JOIN entry last ON last.holder_id = wallet.id AND last.version = wallet.version
          LEFT JOIN entry beyond ON beyond.holder_id = wallet.id AND beyond.version = wallet.version + 1
        ) AS compared
        """);
  }

  private Entries comparePlatform(Entries sofar) {
    return compare(
        sofar,
        """
        SELECT count(*), count(*) FILTER (WHERE NOT right_now), min(path) FILTER (WHERE NOT right_now)
        FROM (
          SELECT path, beyond.version IS NULL AND CASE account.version
              WHEN 0 THEN balance = 0
              ELSE coalesce(balance = last.balance_after, false) END AS right_now
          FROM platform_account account
          LEFT JOIN entry last ON last.holder_id = account.id AND last.version = account.version
          LEFT JOIN entry beyond ON beyond.holder_id = account.id AND beyond.version = account.version + 1
        ) AS compared
        """);
  }

  private Entries compare(Entries sofar, String sql) {
    return jdbc.sql(sql)
        .query(
            (row, index) -> {
              String first = row.getString(3);
              return new Entries(
                  sofar.holders() + row.getLong(1),
                  sofar.wrong() + row.getLong(2),
                  first == null ? sofar.firstWrong() : first,
                  sofar.wrongLots(),
                  sofar.wrongHeld(),
                  sofar.wrongFrozen());
            })
        .single();
  }

  /** Earned credits that have seasoned have no lot, so their lots may sum to less. */
  private long wrongLots() {
    return number(
        """
        SELECT count(*) FROM (
          SELECT id, promotional, purchased, earned FROM wallet
          UNION ALL SELECT account_id, promotional, purchased, earned FROM hold
          UNION ALL SELECT account_id, promotional, purchased, 0 FROM dispute) AS holder
        LEFT JOIN (
          SELECT account_id,
            coalesce(sum(units) FILTER (WHERE bucket = 'PROMOTIONAL'), 0) AS promotional,
            coalesce(sum(units) FILTER (WHERE bucket = 'PURCHASED'), 0) AS purchased,
            coalesce(sum(units) FILTER (WHERE bucket = 'EARNED'), 0) AS earned
          FROM lot GROUP BY account_id) AS lots ON lots.account_id = holder.id
        WHERE holder.promotional <> coalesce(lots.promotional, 0)
          OR holder.purchased <> coalesce(lots.purchased, 0)
          OR holder.earned < coalesce(lots.earned, 0)
        """);
  }

  private long wrongHeld() {
    return number(
        """
        SELECT count(*) FROM wallet
        LEFT JOIN (
          SELECT wallet_id, sum(promotional + purchased + earned) AS units
          FROM hold WHERE status = 'HELD' GROUP BY wallet_id) AS open ON open.wallet_id = wallet.id
        WHERE wallet.held <> coalesce(open.units, 0)
        """);
  }

  private long wrongFrozen() {
    return number(
        """
        SELECT count(*) FROM wallet
        LEFT JOIN (
          SELECT wallet_id, sum(promotional + purchased) AS units
          FROM dispute WHERE status = 'OPEN' GROUP BY wallet_id) AS open ON open.wallet_id = wallet.id
        WHERE wallet.frozen <> coalesce(open.units, 0)
        """);
  }

  private long number(String sql) {
    return jdbc.sql(sql).query((row, index) -> row.getLong(1)).single();
  }

  private static Figures figures(ResultSet rows, Entries compared) throws SQLException {
    Map<String, Long> balances = new HashMap<>();
    while (true) {
      if (!rows.next()) {
        throw new IllegalStateException("the platform has no accounts");
      }
      balances.put(rows.getString("account"), rows.getLong("balance"));
      if (rows.isLast()) {
        return new Figures(
            buckets(rows, "agents"),
            rows.getLong("debt"),
            rows.getLong("held"),
            buckets(rows, "holds"),
            rows.getLong("open"),
            buckets(rows, "disputes"),
            rows.getLong("frozen"),
            platform(balances),
            compared);
      }
    }
  }

  private static Map<PlatformAccount, Long> platform(Map<String, Long> balances) {
    Map<PlatformAccount, Long> platform = new EnumMap<>(PlatformAccount.class);
    for (PlatformAccount account : PlatformAccount.values()) {
      platform.put(account, balances.getOrDefault(account.path() + " " + account.asset(), 0L));
    }
    return platform;
  }

  private static Buckets buckets(ResultSet row, String whose) throws SQLException {
    return new Buckets(
        row.getLong(whose + "_promotional"),
        row.getLong(whose + "_purchased"),
        row.getLong(whose + "_earned"));
  }
}
