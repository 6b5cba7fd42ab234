package dev.agora.ledger.reward;

import dev.agora.jdbc.JdbcInstants;
import dev.agora.ledger.account.AgentId;
import dev.agora.money.Credits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What operators have asked for and approved. */
@Repository
class JdbcActs {

  private final JdbcClient jdbc;

  JdbcActs(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Act act) {
    AgentId agent = act.agent();
    jdbc.sql(
            """
            INSERT INTO operator_act (id, kind, agent_id, reverses, to_agent, amount, reason, requested_by,
              requested_at)
            VALUES (:id, :kind::act_kind, :agent, :reverses, :toAgent, :amount, :reason, :by, :at)
            """)
        .param("id", act.id())
        .param("kind", act.kind().name())
        .param("agent", agent == null ? null : agent.value(), Types.VARCHAR)
        .param("reverses", act.reverses(), Types.VARCHAR)
        .param("toAgent", act.toAgent())
        .param("amount", act.amount().micros())
        .param("reason", act.reason())
        .param("by", act.requestedBy())
        .param("at", act.requestedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The act, locked until the transaction ends. */
  Optional<Act> lock(ActKind kind, String id) {
    return jdbc.sql("SELECT * FROM operator_act WHERE id = ? AND kind = ?::act_kind FOR UPDATE")
        .params(id, kind.name())
        .query(JdbcActs::read)
        .optional();
  }

  /** Newest first, asked for before that one; from the newest if it is null. */
  List<Act> page(@Nullable String before, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM operator_act WHERE (CAST(:before AS text) IS NULL OR id < :before)
            ORDER BY id DESC
            LIMIT :limit
            """)
        .param("before", before)
        .param("limit", limit)
        .query(JdbcActs::read)
        .list();
  }

  void approve(String id, String by, Instant at, String transaction) {
    jdbc.sql(
            """
            UPDATE operator_act SET approved_by = ?, approved_at = ?, transaction_id = ? WHERE id = ?
            """)
        .params(by, at.atOffset(ZoneOffset.UTC), transaction, id)
        .update();
  }

  private static Act read(ResultSet row, int index) throws SQLException {
    String agent = row.getString("agent_id");
    return new Act(
        row.getString("id"),
        ActKind.valueOf(row.getString("kind")),
        agent == null ? null : new AgentId(agent),
        row.getString("reverses"),
        row.getBoolean("to_agent"),
        Credits.ofMicros(row.getLong("amount")),
        row.getString("reason"),
        row.getString("requested_by"),
        JdbcInstants.read(row, "requested_at"),
        row.getString("approved_by"),
        JdbcInstants.readOrNull(row, "approved_at"),
        row.getString("transaction_id"));
  }
}
