package dev.agora.accounts.alert;

import dev.agora.accounts.agent.AgentId;
import dev.agora.accounts.human.HumanId;
import dev.agora.jdbc.JdbcInstants;
import dev.agora.money.Credits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stored rules. */
@Repository
class JdbcAlertRules {

  private final JdbcClient jdbc;

  JdbcAlertRules(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether somebody wants to be told of one of these agents. */
  boolean watch(Collection<AgentId> agents) {
    return jdbc.sql(
            """
            SELECT EXISTS (SELECT FROM alert_rule WHERE agent_id = ANY (:agents::text[]))
            """)
        .param("agents", ids(agents))
        .query(Boolean.class)
        .single();
  }

  /**
   * The rules on these agents whose humans still own them, locked until the transaction ends; in
   * one order for everybody, so that two readers do not wait for each other.
   */
  List<AlertRule> lockOn(Collection<AgentId> agents) {
    return jdbc.sql(
            """
            SELECT r.* FROM alert_rule r
            JOIN agent_human l ON l.agent_id = r.agent_id AND l.human_id = r.human_id AND l.is_primary
            WHERE r.agent_id = ANY (:agents::text[])
            ORDER BY r.id
            FOR UPDATE OF r
            """)
        .param("agents", ids(agents))
        .query(JdbcAlertRules::read)
        .list();
  }

  Optional<AlertRule> lock(String id, HumanId human) {
    return jdbc.sql("SELECT * FROM alert_rule WHERE id = :id AND human_id = :human FOR UPDATE")
        .param("id", id)
        .param("human", human.value())
        .query(JdbcAlertRules::read)
        .optional();
  }

  /** The human's rule of that kind and threshold on that agent. */
  Optional<AlertRule> find(HumanId human, AgentId agent, AlertKind kind, Credits threshold) {
    return jdbc.sql(
            """
            SELECT * FROM alert_rule
            WHERE human_id = :human AND agent_id = :agent AND kind = :kind
              AND threshold_micros = :threshold
            """)
        .param("human", human.value())
        .param("agent", agent.value())
        .param("kind", kind.name())
        .param("threshold", threshold.micros())
        .query(JdbcAlertRules::read)
        .optional();
  }

  int countOf(HumanId human) {
    return jdbc.sql("SELECT count(*) FROM alert_rule WHERE human_id = :human")
        .param("human", human.value())
        .query(Integer.class)
        .single();
  }

  /** A page of a human's rules, newest first. */
  List<AlertRule> page(HumanId human, @Nullable String agent, @Nullable String before, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM alert_rule
            WHERE human_id = :human
              AND (CAST(:agent AS text) IS NULL OR agent_id = :agent)
              AND (CAST(:before AS text) IS NULL OR id < :before)
            ORDER BY id DESC
            LIMIT :limit
            """)
        .param("human", human.value())
        .param("agent", agent)
        .param("before", before)
        .param("limit", limit)
        .query(JdbcAlertRules::read)
        .list();
  }

  /** Stores a new rule, or what became of one. */
  void save(AlertRule rule) {
    jdbc.sql(
            """
            INSERT INTO alert_rule (id, human_id, agent_id, kind, threshold_micros, by_mail, by_webhook, silent,
              period, heard_version, created_at)
            VALUES (:id, :human, :agent, :kind, :threshold, :mail, :webhook, :silent, :period, :heard, :createdAt)
            ON CONFLICT (id) DO UPDATE
            SET threshold_micros = excluded.threshold_micros, by_mail = excluded.by_mail,
              by_webhook = excluded.by_webhook, silent = excluded.silent, period = excluded.period,
              heard_version = excluded.heard_version
            """)
        .param("id", rule.id())
        .param("human", rule.human().value())
        .param("agent", rule.agent().value())
        .param("kind", rule.kind().name())
        .param("threshold", rule.threshold().micros())
        .param("mail", rule.byMail())
        .param("webhook", rule.byWebhook())
        .param("silent", rule.silent())
        .param("period", rule.period(), Types.DATE)
        .param("heard", rule.heardVersion())
        .param("createdAt", rule.createdAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  void remove(AlertRule rule) {
    jdbc.sql("DELETE FROM alert_rule WHERE id = :id").param("id", rule.id()).update();
  }

  private static String[] ids(Collection<AgentId> agents) {
    return agents.stream().map(AgentId::value).toArray(String[]::new);
  }

  private static AlertRule read(ResultSet row, int number) throws SQLException {
    return new AlertRule(
        row.getString("id"),
        new HumanId(row.getString("human_id")),
        new AgentId(row.getString("agent_id")),
        AlertKind.valueOf(row.getString("kind")),
        Credits.ofMicros(row.getLong("threshold_micros")),
        row.getBoolean("by_mail"),
        row.getBoolean("by_webhook"),
        row.getBoolean("silent"),
        row.getObject("period", LocalDate.class),
        row.getLong("heard_version"),
        JdbcInstants.read(row, "created_at"));
  }
}
