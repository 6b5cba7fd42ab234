package dev.agora.billing.topup;

import dev.agora.money.Credits;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcBalances implements Balances {

  private final JdbcClient jdbc;

  JdbcBalances(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void learn(Collection<Balance> news, Collection<String> purchaseTransactions) {
    // In one order for everybody, so that two writers do not wait for each other.
    List<Balance> sorted = news.stream().sorted(Comparator.comparing(Balance::agentId)).toList();
    if (!sorted.isEmpty()) {
      jdbc.sql(
              """
              INSERT INTO agent_balance AS known (agent_id, available_micros, version)
              SELECT * FROM unnest(:agents::text[], :available::bigint[], :versions::bigint[])
              ON CONFLICT (agent_id) DO UPDATE
                SET available_micros = excluded.available_micros, version = excluded.version
                WHERE known.version < excluded.version
              """)
          .param("agents", sorted.stream().map(Balance::agentId).toArray(String[]::new))
          .param(
              "available",
              sorted.stream().map(balance -> balance.available().micros()).toArray(Long[]::new))
          .param("versions", sorted.stream().map(Balance::version).toArray(Long[]::new))
          .update();
    }
    if (!purchaseTransactions.isEmpty()) {
      jdbc.sql(
              """
              INSERT INTO posted_purchase (transaction_id) SELECT unnest(:transactions::text[])
              ON CONFLICT (transaction_id) DO NOTHING
              """)
          .param("transactions", purchaseTransactions.stream().sorted().toArray(String[]::new))
          .update();
    }
  }

  @Override
  public Optional<Balance> of(String agentId) {
    return jdbc.sql(
            "SELECT agent_id, available_micros, version FROM agent_balance WHERE agent_id = ?")
        .param(agentId)
        .query(
            (row, index) ->
                new Balance(
                    row.getString("agent_id"),
                    Credits.ofMicros(row.getLong("available_micros")),
                    row.getLong("version")))
        .optional();
  }

  @Override
  public boolean contain(String purchaseTransaction) {
    return jdbc.sql("SELECT EXISTS (SELECT 1 FROM posted_purchase WHERE transaction_id = ?)")
        .param(purchaseTransaction)
        .query(Boolean.class)
        .single();
  }
}
