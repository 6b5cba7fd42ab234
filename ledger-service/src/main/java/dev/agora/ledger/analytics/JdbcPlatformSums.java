package dev.agora.ledger.analytics;

import dev.agora.ledger.account.PlatformAccount;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sums of the platform: the summary up to where it is, and the journal beyond it. */
@Repository
class JdbcPlatformSums {

  private final JdbcClient jdbc;

  JdbcPlatformSums(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  PlatformSums find(Period period) {
    return new PlatformSums(changes(period), balances());
  }

  private List<PlatformSums.Change> changes(Period period) {
    return jdbc.sql(
            """
            SELECT stream, account || ' ' || asset, sum(units), sum(transactions)
            FROM (
              SELECT day, stream, account, asset, units, transactions FROM platform_day
              UNION ALL
              SELECT day, stream, account, added.asset, units, transactions
              FROM platform_account
              LEFT JOIN summarised_holder done ON done.holder_id = platform_account.id
              CROSS JOIN LATERAL (
                SELECT * FROM platform_movement m
                WHERE m.holder_id = platform_account.id AND m.version > coalesce(done.version, 0)
                OFFSET 0) AS added
              UNION ALL
              SELECT day, stream, 'turnover', 'CREDIT', units, added.transactions
              FROM summarised_chain done
              JOIN batch ON batch.chain = done.chain AND batch.position > done.position
              CROSS JOIN LATERAL (
                SELECT * FROM turnover
                WHERE number >= batch.id * 4096 AND number < (batch.id + 1) * 4096
                OFFSET 0) AS added) AS part
            WHERE day BETWEEN :from AND :to
            GROUP BY 1, 2
            """)
        .param("from", period.from())
        .param("to", period.to())
        .query(
            (row, index) ->
                new PlatformSums.Change(
                    row.getString(1),
                    row.getString(2),
                    row.getBigDecimal(3).longValueExact(),
                    row.getLong(4)))
        .list();
  }

  private Map<PlatformAccount, Long> balances() {
    Map<String, PlatformAccount> named = new HashMap<>();
    for (PlatformAccount account : PlatformAccount.values()) {
      named.put(PlatformSums.nameOf(account), account);
    }
    Map<PlatformAccount, Long> balances = new EnumMap<>(PlatformAccount.class);
    jdbc.sql("SELECT path || ' ' || asset, sum(balance) FROM platform_account GROUP BY path, asset")
        .query(
            row -> {
              PlatformAccount account = named.get(row.getString(1));
              if (account != null) {
                balances.put(account, row.getLong(2));
              }
            });
    return balances;
  }
}
