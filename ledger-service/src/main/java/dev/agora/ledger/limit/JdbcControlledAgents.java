package dev.agora.ledger.limit;

import dev.agora.jdbc.JdbcInstants;
import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.posting.AgentStatus;
import dev.agora.ledger.posting.Spent;
import dev.agora.money.Credits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Status and limits, in the agent's row of table {@code wallet}, which every posting locks. */
@Repository
class JdbcControlledAgents {

  private final JdbcClient jdbc;

  JdbcControlledAgents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<ControlledAgent> find(AgentId agent, Instant now) {
    return query(agent, now);
  }

  /** The same, with no posting of the agent until the transaction ends. */
  Optional<ControlledAgent> lock(AgentId agent, Instant now) {
    // Locked first: what the next statement reads of other tables is then as new as the lock.
    jdbc.sql("SELECT 1 FROM wallet WHERE agent_id = ? FOR NO KEY UPDATE")
        .param(agent.value())
        .query((row, index) -> row.getInt(1))
        .optional();
    return query(agent, now);
  }

  void save(AgentId agent, AgentStatus status, long statusVersion) {
    jdbc.sql(
            """
            UPDATE wallet SET status = :status::agent_status, status_version = :version
            WHERE agent_id = :agent
            """)
        .param("status", status.name())
        .param("version", statusVersion)
        .param("agent", agent.value())
        .update();
  }

  void save(AgentId agent, SpendingLimits limits, long version) {
    jdbc.sql(
            """
            UPDATE wallet SET limit_payment = :payment, limit_day = :day, limit_month = :month,
              only_allowed = :onlyAllowed, has_counterparties = :any, limits_version = :version
            WHERE agent_id = :agent
            """)
        .param("payment", micros(limits.perPayment()), Types.BIGINT)
        .param("day", micros(limits.daily()), Types.BIGINT)
        .param("month", micros(limits.monthly()), Types.BIGINT)
        .param("onlyAllowed", !limits.allowed().isEmpty())
        .param("any", !limits.allowed().isEmpty() || !limits.blocked().isEmpty())
        .param("version", version)
        .param("agent", agent.value())
        .update();
    jdbc.sql(
            """
            DELETE FROM counterparty
            WHERE wallet_id = (SELECT id FROM wallet WHERE agent_id = :agent)
            """)
        .param("agent", agent.value())
        .update();
    jdbc.sql(
            """
            INSERT INTO counterparty (wallet_id, agent_id, allowed)
            SELECT id, other.agent_id, other.allowed
            FROM wallet,
              (SELECT unnest(:allowed::text[]), true
                UNION ALL SELECT unnest(:blocked::text[]), false) AS other (agent_id, allowed)
            WHERE wallet.agent_id = :agent
            """)
        .param("allowed", ids(limits.allowed()))
        .param("blocked", ids(limits.blocked()))
        .param("agent", agent.value())
        .update();
  }

  private Optional<ControlledAgent> query(AgentId agent, Instant now) {
    return jdbc.sql(
            """
            SELECT agent_id, status, status_version, limits_version, limit_payment, limit_day, limit_month,
              day_spent, month_spent, changed_at, promotional + purchased + earned AS available, held, frozen,
              debt,
              (SELECT count(*) FROM hold WHERE payee_id = wallet.id AND hold.status = 'HELD') AS expected,
              ARRAY(SELECT agent_id FROM counterparty WHERE wallet_id = wallet.id AND allowed) AS allowed,
              ARRAY(SELECT agent_id FROM counterparty WHERE wallet_id = wallet.id AND NOT allowed) AS blocked
            FROM wallet WHERE agent_id = :agent
            """)
        .param("agent", agent.value())
        .query((row, index) -> read(row, now))
        .optional();
  }

  private static ControlledAgent read(ResultSet row, Instant now) throws SQLException {
    Instant changedAt = JdbcInstants.read(row, "changed_at");
    return new ControlledAgent(
        new AgentId(row.getString("agent_id")),
        AgentStatus.valueOf(row.getString("status")),
        row.getLong("status_version"),
        row.getLong("limits_version"),
        new SpendingLimits(
            credits(row, "limit_payment"),
            credits(row, "limit_day"),
            credits(row, "limit_month"),
            agents(row, "allowed"),
            agents(row, "blocked")),
        new Spent(
                Credits.ofMicros(row.getLong("day_spent")),
                Credits.ofMicros(row.getLong("month_spent")))
            .at(changedAt, now),
        new ControlledAgent.Left(
            Credits.ofMicros(row.getLong("available")),
            Credits.ofMicros(row.getLong("held")),
            Credits.ofMicros(row.getLong("frozen")),
            Credits.ofMicros(row.getLong("debt")).negated()),
        row.getLong("expected"));
  }

  private static @Nullable Credits credits(ResultSet row, String column) throws SQLException {
    long micros = row.getLong(column);
    return row.wasNull() ? null : Credits.ofMicros(micros);
  }

  private static List<AgentId> agents(ResultSet row, String column) throws SQLException {
    String[] ids = (String[]) row.getArray(column).getArray();
    return Arrays.stream(ids).map(AgentId::new).toList();
  }

  private static @Nullable Long micros(@Nullable Credits credits) {
    return credits == null ? null : (Long) credits.micros();
  }

  private static String[] ids(List<AgentId> agents) {
    return agents.stream().map(AgentId::value).toArray(String[]::new);
  }
}
