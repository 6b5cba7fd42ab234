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

  private static final Entries NOT_COMPARED = new Entries(0, 0, "none", 0, 0, 0, "never");

  /**
   * One statement, which has one snapshot whatever its transaction's isolation is. The sums are
   * kept by the batches, so that it reads a row for each chain, however many agents there are.
   */
  private static final String SUMS =
      """
      WITH sums AS (
        SELECT sum(agents_promotional)::bigint AS agents_promotional, sum(agents_purchased)::bigint AS agents_purchased,
          sum(agents_earned)::bigint AS agents_earned, sum(debt)::bigint AS debt, sum(held)::bigint AS held,
          sum(frozen)::bigint AS frozen, sum(holds_promotional)::bigint AS holds_promotional,
          sum(holds_purchased)::bigint AS holds_purchased, sum(holds_earned)::bigint AS holds_earned,
          sum(open_holds)::bigint AS open_holds, sum(frozen_promotional)::bigint AS frozen_promotional,
          sum(frozen_purchased)::bigint AS frozen_purchased,
          sum(frozen_earned)::bigint AS frozen_earned
        FROM chain),
      platform AS (
        SELECT array_agg(account) AS accounts, array_agg(balance) AS balances
        FROM (
          SELECT path || ' ' || asset AS account, sum(balance)::bigint AS balance
          FROM platform_account GROUP BY path, asset) AS account)
      """;

  private static final String WITHOUT_ORDERS = SUMS + "SELECT * FROM platform, sums";

  /**
   * Sellers give orders back within 30 days, and a saga of the last moment takes its time. What was
   * paid in parts does not come back.
   */
  private static final String WITH_ORDERS =
      SUMS
          + """
          , orders AS (
            SELECT coalesce(sum(ceil((captured - refunded)::numeric * fee_bps / 10000)), 0) AS returnable
            FROM hold JOIN journal ON posting_id = hold.id || '/settle' AND journal.amount = captured
            WHERE purpose = 'ORDER' AND hold.status = 'CAPTURED' AND ended_at > now() - interval '31 days')
          SELECT * FROM platform, sums, orders
          """;

  private final JdbcClient jdbc;

  JdbcFigures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The figures with what the walk over the accounts has found; the platform's accounts, which are
   * few, are compared with the journal now.
   */
  Figures load(ProofPasses accounts) {
    ProofPass found = accounts.worse();
    String first = found.firstWrong();
    Entries agents =
        new Entries(
            accounts.checked(),
            found.wrong(),
            first == null ? "none" : first,
            found.wrongLots(),
            found.wrongHeld(),
            found.wrongFrozen(),
            accounts.lastEnded());
    return load(comparePlatform(agents)).plus(found.difference());
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

  private Entries comparePlatform(Entries agents) {
    return jdbc.sql(
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
            """)
        .query(
            (row, index) -> {
              String first = row.getString(3);
              return new Entries(
                  agents.holders() + row.getLong(1),
                  agents.wrong() + row.getLong(2),
                  first == null ? agents.firstWrong() : first,
                  agents.wrongLots(),
                  agents.wrongHeld(),
                  agents.wrongFrozen(),
                  agents.comparedAt());
            })
        .single();
  }

  private static Figures read(ResultSet row, Entries compared) throws SQLException {
    return new Figures(
        buckets(row, "agents"),
        row.getLong("debt"),
        row.getLong("held"),
        buckets(row, "holds"),
        row.getLong("open_holds"),
        buckets(row, "frozen"),
        row.getLong("frozen"),
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
