package dev.agora.ledger.journal;

import dev.agora.ledger.account.Asset;
import dev.agora.ledger.account.PlatformAccount;
import dev.agora.ledger.posting.RunningBalance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The platform's accounts of one chain; the chain's lock guards them. */
@Repository
class JdbcPlatformAccounts {

  /** A row of table {@code platform_account}. */
  record Row(long id, PlatformAccount account, RunningBalance balance) {}

  private final JdbcClient jdbc;

  JdbcPlatformAccounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Row> load(int chain) {
    return jdbc.sql(
            "SELECT id, path, asset, balance, version FROM platform_account WHERE chain = ?")
        .param(chain)
        .query(JdbcPlatformAccounts::read)
        .list();
  }

  /** What the other chains have; complete while {@link JdbcChains#lockOperations} holds. */
  Map<PlatformAccount, Long> elsewhere(int chain) {
    Map<PlatformAccount, Long> balances = new EnumMap<>(PlatformAccount.class);
    jdbc.sql(
            "SELECT path, asset, sum(balance) FROM platform_account WHERE chain <> ? GROUP BY 1, 2")
        .param(chain)
        .query(
            row -> {
              balances.put(
                  account(row.getString(1), Asset.valueOf(row.getString(2))), row.getLong(3));
            });
    return balances;
  }

  void update(JdbcScript script, Map<PlatformAccount, RunningBalance> changed, AccountIds ids) {
    JdbcRows.of(changed.entrySet())
        .longs(account -> ids.of(account.getKey()))
        .longs(account -> account.getValue().units())
        .longs(account -> account.getValue().version())
        .update(
            script,
            """
            UPDATE platform_account SET balance = n.balance, version = n.version
            FROM unnest(?, ?, ?) AS n (id, balance, version)
            WHERE platform_account.id = n.id
            """);
  }

  private static Row read(ResultSet row, int index) throws SQLException {
    return new Row(
        row.getLong("id"),
        account(row.getString("path"), Asset.valueOf(row.getString("asset"))),
        new RunningBalance(row.getLong("balance"), row.getLong("version")));
  }

  private static PlatformAccount account(String path, Asset asset) {
    return Arrays.stream(PlatformAccount.values())
        .filter(account -> account.path().equals(path) && account.asset() == asset)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("an unknown account: " + path));
  }
}
