package dev.agora.ledger.journal;

import dev.agora.jdbc.JdbcAnswer;
import dev.agora.jdbc.JdbcRows;
import dev.agora.jdbc.JdbcScript;
import dev.agora.ledger.account.Asset;
import dev.agora.ledger.account.PlatformAccount;
import dev.agora.ledger.posting.RunningBalance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Repository;

/** The platform's accounts of one chain; the chain's lock guards them. */
@Repository
class JdbcPlatformAccounts {

  /** A row of table {@code platform_account}. */
  record Row(long id, PlatformAccount account, RunningBalance balance) {}

  JdbcAnswer<Row> load(JdbcScript script, int chain) {
    return of(chain)
        .ask(
            script,
            "SELECT id, path, asset, balance, version FROM platform_account WHERE chain = ANY (?)",
            JdbcPlatformAccounts::read);
  }

  /** What the other chains have; complete while {@link JdbcChains#lockOperations} holds. */
  JdbcAnswer<Map.Entry<PlatformAccount, Long>> elsewhere(JdbcScript script, int chain) {
    return of(chain)
        .ask(
            script,
            """
            SELECT path, asset, sum(balance) FROM platform_account
            WHERE chain <> ALL (?) GROUP BY 1, 2
            """,
            (row, index) ->
                Map.entry(
                    account(row.getString(1), Asset.valueOf(row.getString(2))), row.getLong(3)));
  }

  private static JdbcRows<Integer> of(int chain) {
    return JdbcRows.of(List.of(chain)).longs(Integer::longValue);
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
