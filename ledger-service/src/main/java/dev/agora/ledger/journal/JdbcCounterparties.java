package dev.agora.ledger.journal;

import dev.agora.jdbc.JdbcAnswer;
import dev.agora.jdbc.JdbcColumn;
import dev.agora.jdbc.JdbcScript;
import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.posting.Limits;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Repository;

/** Whom owners let their agents pay, of those that a run of postings names. */
@Repository
class JdbcCounterparties {

  /** A row of table {@code counterparty}. */
  record Row(long walletId, AgentId agent, boolean allowed) {}

  /** Those of the named agents that the wallets' owners allow or forbid. */
  JdbcAnswer<Row> load(
      JdbcScript script, Collection<WalletRow> wallets, Collection<AgentId> named) {
    List<Long> choosy =
        wallets.stream().filter(WalletRow::hasCounterparties).map(WalletRow::id).toList();
    if (choosy.isEmpty()) {
      return JdbcAnswer.none();
    }
    return script.ask(
        """
        SELECT wallet_id, agent_id, allowed FROM counterparty
        WHERE wallet_id = ANY (?) AND agent_id = ANY (?)
        """,
        List.of(
            JdbcColumn.longs(choosy),
            JdbcColumn.texts(named.stream().map(AgentId::value).toList())),
        (row, index) -> new Row(row.getLong(1), new AgentId(row.getString(2)), row.getBoolean(3)));
  }

  /** Each wallet's limits with its counterparties, by the wallet's number. */
  static Map<Long, Limits> limits(Collection<WalletRow> wallets, Collection<Row> rows) {
    Map<Long, Limits> limits = new HashMap<>();
    for (WalletRow wallet : wallets) {
      limits.put(wallet.id(), wallet.hasCounterparties() ? with(wallet, rows) : wallet.limits());
    }
    return limits;
  }

  private static Limits with(WalletRow wallet, Collection<Row> rows) {
    Limits bare = wallet.limits();
    return new Limits(
        bare.perPayment(),
        bare.daily(),
        bare.monthly(),
        bare.onlyAllowed(),
        agents(rows, wallet.id(), true),
        agents(rows, wallet.id(), false));
  }

  private static Set<AgentId> agents(Collection<Row> rows, long walletId, boolean allowed) {
    Set<AgentId> agents = new HashSet<>();
    for (Row row : rows) {
      if (row.walletId() == walletId && row.allowed() == allowed) {
        agents.add(row.agent());
      }
    }
    return agents;
  }
}
