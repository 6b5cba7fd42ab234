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
    return load(new Entries(0, 0, "none", 0, 0, 0));
  }

  private Figures load(Entries compared) {
    Buckets holds = buckets("SELECT %s FROM hold");
    Buckets frozen =
        buckets(
            "SELECT %s FROM (SELECT promotional, purchased, 0 AS earned FROM dispute) AS dispute");
    long open =
        number("SELECT coalesce(sum(amount - captured), 0) FROM hold WHERE status = 'HELD'");
    return jdbc.sql(
            """
            SELECT coalesce(sum(promotional), 0), coalesce(sum(purchased), 0), coalesce(sum(earned), 0),
              coalesce(sum(debt), 0), coalesce(sum(held), 0), coalesce(sum(frozen), 0)
            FROM wallet
            """)
        .query(
            (row, index) ->
                new Figures(
                    read(row),
                    row.getLong(4),
                    row.getLong(5),
                    holds,
                    open,
                    frozen,
                    row.getLong(6),
                    platform(),
                    compared))
        .single();
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

  private Map<PlatformAccount, Long> platform() {
    Map<String, Long> balances = new HashMap<>();
    jdbc.sql("SELECT path || ' ' || asset, sum(balance) FROM platform_account GROUP BY path, asset")
        .query((row, index) -> balances.put(row.getString(1), row.getLong(2)))
        .list();
    Map<PlatformAccount, Long> platform = new EnumMap<>(PlatformAccount.class);
    for (PlatformAccount account : PlatformAccount.values()) {
      platform.put(account, balances.getOrDefault(account.path() + " " + account.asset(), 0L));
    }
    return platform;
  }

  private Buckets buckets(String sql) {
    return jdbc.sql(
            sql.formatted(
                "coalesce(sum(promotional), 0), coalesce(sum(purchased), 0), coalesce(sum(earned), 0)"))
        .query((row, index) -> read(row))
        .single();
  }

  private long number(String sql) {
    return jdbc.sql(sql).query((row, index) -> row.getLong(1)).single();
  }

  private static Buckets read(ResultSet row) throws SQLException {
    return new Buckets(row.getLong(1), row.getLong(2), row.getLong(3));
  }
}
