package dev.agora.accounts.alert;

import dev.agora.accounts.agent.AgentId;
import dev.agora.accounts.human.HumanId;
import dev.agora.jdbc.JdbcInstants;
import dev.agora.money.Credits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What owners were told. */
@Repository
public class JdbcAlerts {

  private final JdbcClient jdbc;

  JdbcAlerts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Alert alert) {
    jdbc.sql(
            """
            INSERT INTO alert (id, rule_id, human_id, agent_id, kind, threshold_micros, figure_micros, test, at)
            VALUES (:id, :rule, :human, :agent, :kind, :threshold, :figure, :test, :at)
            """)
        .param("id", alert.id())
        .param("rule", alert.rule())
        .param("human", alert.human().value())
        .param("agent", alert.agent().value())
        .param("kind", alert.kind().name())
        .param("threshold", alert.threshold().micros())
        .param("figure", alert.figure().micros())
        .param("test", alert.test())
        .param("at", alert.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The alert of that id, unless it is forgotten. */
  public Optional<Alert> find(String id) {
    return jdbc.sql("SELECT * FROM alert WHERE id = :id")
        .param("id", id)
        .query(JdbcAlerts::read)
        .optional();
  }

  /** A page of what a human was told, newest first. */
  List<Alert> page(HumanId human, @Nullable String before, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM alert
            WHERE human_id = :human AND (CAST(:before AS text) IS NULL OR id < :before)
            ORDER BY id DESC
            LIMIT :limit
            """)
        .param("human", human.value())
        .param("before", before)
        .param("limit", limit)
        .query(JdbcAlerts::read)
        .list();
  }

  /** How many tests a human made since then. */
  int testsOf(HumanId human, Instant since) {
    return jdbc.sql("SELECT count(*) FROM alert WHERE human_id = :human AND test AND at > :since")
        .param("human", human.value())
        .param("since", since.atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .single();
  }

  /** Forgets what is older, a part at a time. */
  int forgetBefore(Instant before, int limit) {
    return jdbc.sql(
            """
            DELETE FROM alert WHERE id IN (SELECT id FROM alert WHERE at < :before ORDER BY id LIMIT :limit)
            """)
        .param("before", before.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .update();
  }

  private static Alert read(ResultSet row, int number) throws SQLException {
    return new Alert(
        row.getString("id"),
        row.getString("rule_id"),
        new HumanId(row.getString("human_id")),
        new AgentId(row.getString("agent_id")),
        AlertKind.valueOf(row.getString("kind")),
        Credits.ofMicros(row.getLong("threshold_micros")),
        Credits.ofMicros(row.getLong("figure_micros")),
        row.getBoolean("test"),
        JdbcInstants.read(row, "at"));
  }
}
