package dev.agora.ledger.journal;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.posting.Limits;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom owners let their agents pay, of those that a run of postings names. */
@Repository
class JdbcCounterparties {

  private record Row(long walletId, AgentId agent, boolean allowed) {}

  private final JdbcClient jdbc;

  JdbcCounterparties(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Each wallet's limits with its counterparties, by the wallet's number. */
  Map<Long, Limits> limits(List<WalletRow> wallets, Collection<AgentId> named) {
    Map<Long, Limits> limits = new HashMap<>();
    wallets.forEach(wallet -> limits.put(wallet.id(), wallet.limits()));
    List<WalletRow> choosy = wallets.stream().filter(WalletRow::hasCounterparties).toList();
    if (choosy.isEmpty()) {
      return limits;
    }
    List<Row> rows = rows(choosy, named);
    for (WalletRow wallet : choosy) {
      Limits bare = wallet.limits();
      limits.put(
          wallet.id(),
          new Limits(
              bare.perPayment(),
              bare.daily(),
              bare.monthly(),
              bare.onlyAllowed(),
              agents(rows, wallet.id(), true),
              agents(rows, wallet.id(), false)));
    }
    return limits;
  }

  private List<Row> rows(List<WalletRow> wallets, Collection<AgentId> named) {
    return jdbc.sql(
            """
            SELECT wallet_id, agent_id, allowed FROM counterparty
            WHERE wallet_id = ANY (?) AND agent_id = ANY (?)
            """)
        .params(
            wallets.stream().map(WalletRow::id).toArray(Long[]::new),
            named.stream().map(AgentId::value).toArray(String[]::new))
        .query(
            (row, index) ->
                new Row(row.getLong(1), new AgentId(row.getString(2)), row.getBoolean(3)))
        .list();
  }

  private static Set<AgentId> agents(List<Row> rows, long walletId, boolean allowed) {
    Set<AgentId> agents = new HashSet<>();
    for (Row row : rows) {
      if (row.walletId() == walletId && row.allowed() == allowed) {
        agents.add(row.agent());
      }
    }
    return agents;
  }
}
