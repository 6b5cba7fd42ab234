package dev.agora.ledger.proof;

import dev.agora.ledger.account.PlatformAccount;
import dev.agora.ledger.proof.Figures.Buckets;
import dev.agora.ledger.proof.Figures.Entries;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The figures out of the tables, within the caller's snapshot. */
@Repository
class JdbcFigures {

  private static final Entries NOT_COMPARED = new Entries(0, 0, "none", 0, 0, 0);

  /** One statement, which has one snapshot whatever its transaction's isolation is. */
  private static final String SUMS =
      """
      WITH agents AS (
        SELECT coalesce(sum(promotional), 0) AS agents_promotional, coalesce(sum(purchased), 0) AS agents_purchased,
          coalesce(sum(earned), 0) AS agents_earned, coalesce(sum(debt), 0) AS debt, coalesce(sum(held), 0) AS held,
          coalesce(sum(frozen), 0) AS frozen_by_agents
        FROM wallet),
      holds AS (
        SELECT coalesce(sum(promotional), 0) AS holds_promotional, coalesce(sum(purchased), 0) AS holds_purchased,
          coalesce(sum(earned), 0) AS holds_earned, coalesce(sum(amount - captured), 0) AS open_holds
        FROM hold WHERE status = 'HELD'),
      disputes AS (
        SELECT coalesce(sum(promotional), 0) AS frozen_promotional, coalesce(sum(purchased), 0) AS frozen_purchased,
          0 AS frozen_earned
        FROM dispute),
      platform AS (
        SELECT array_agg(account) AS accounts, array_agg(balance) AS balances
        FROM (
          SELECT path || ' ' || asset AS account, sum(balance)::bigint AS balance
          FROM platform_account GROUP BY path, asset) AS account)
      """;

  private static final String WITHOUT_ORDERS =
      SUMS + "SELECT * FROM platform, agents, holds, disputes";

  /** Sellers give orders back within 30 days, and a saga of the last moment takes its time. */
  private static final String WITH_ORDERS =
      SUMS
          + """
          , orders AS (
            SELECT coalesce(sum(ceil((captured - refunded)::numeric * fee_bps / 10000)), 0) AS returnable
            FROM hold JOIN journal ON posting_id = hold.id || '/settle'
            WHERE purpose = 'ORDER' AND hold.status = 'CAPTURED' AND ended_at > now() - interval '31 days')
          SELECT * FROM platform, agents, holds, disputes, orders
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

  /** The figures alone, which are not compared with the journal. */
  Figures balances() {
    return load(NOT_COMPARED);
  }

  /** What is behind the credits, with what orders could still give back. */
  Backing backing() {
    return jdbc.sql(WITH_ORDERS)
        .query(
            (row, index) ->
                read(row, NOT_COMPARED).backing().withReturnable(row.getLong("returnable")))
        .single();
  }

  private Figures load(Entries compared) {
    return jdbc.sql(WITHOUT_ORDERS).query((row, index) -> read(row, compared)).single();
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

  private static Figures read(ResultSet row, Entries compared) throws SQLException {
    return new Figures(
        buckets(row, "agents"),
        row.getLong("debt"),
        row.getLong("held"),
        buckets(row, "holds"),
        row.getLong("open_holds"),
        buckets(row, "frozen"),
        row.getLong("frozen_by_agents"),
        platform(row),
        compared);
  }

  private static Map<PlatformAccount, Long> platform(ResultSet row) throws SQLException {
    String[] accounts = (String[]) row.getArray("accounts").getArray();
    Long[] balances = (Long[]) row.getArray("balances").getArray();
    Map<String, Long> byName = new HashMap<>();
    for (int index = 0; index < accounts.length; index++) {
      byName.put(accounts[index], balances[index]);
    }
    Map<PlatformAccount, Long> platform = new EnumMap<>(PlatformAccount.class);
    for (PlatformAccount account : PlatformAccount.values()) {
      platform.put(account, byName.getOrDefault(account.path() + " " + account.asset(), 0L));
    }
    return platform;
  }

  private static Buckets buckets(ResultSet row, String of) throws SQLException {
    return new Buckets(
        row.getLong(of + "_promotional"),
        row.getLong(of + "_purchased"),
        row.getLong(of + "_earned"));
  }
}
