package dev.agora.accounts.deletion;

import dev.agora.accounts.human.HumanId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Deletes what is kept of a human. The id stays, for what refers to it. */
@Repository
class JdbcDeletion {

  /** Each deletes by {@code :human}. */
  private static final List<String> STATEMENTS =
      List.of(
          "DELETE FROM passkey WHERE human_id = :human",
          "DELETE FROM passkey_challenge WHERE human_id = :human",
          "DELETE FROM recovery_code WHERE human_id = :human",
          "DELETE FROM one_time_code WHERE human_id = :human",
          "DELETE FROM known_source WHERE human_id = :human",
          "DELETE FROM platform_role WHERE human_id = :human",
          """
          DELETE FROM session WHERE credential_id IN (
            SELECT id FROM credential WHERE subject = :human AND kind = 'SESSION')
          """,
          """
          DELETE FROM key_use WHERE credential_id IN (
            SELECT c.id FROM credential c JOIN agent_human l ON l.agent_id = c.subject
            WHERE l.human_id = :human AND l.is_primary)
          """,
          """
          DELETE FROM invitation
          WHERE invited_by = :human
            OR email_key = (SELECT email_key FROM human WHERE id = :human)
          """,
          "DELETE FROM webhook WHERE human_id = :human",
          "DELETE FROM alert WHERE human_id = :human",
          "DELETE FROM alert_rule WHERE human_id = :human",
          "DELETE FROM mail WHERE email_key = (SELECT email_key FROM human WHERE id = :human)",
          "DELETE FROM agent_human WHERE human_id = :human AND NOT is_primary");

  private final JdbcClient jdbc;

  JdbcDeletion(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Some of the agents that the human owns and that are not closed. */
  List<String> openAgents(HumanId human, int limit) {
    return jdbc.sql(
            """
            SELECT a.id FROM agent_human l JOIN agent a ON a.id = l.agent_id
            WHERE l.human_id = :human AND l.is_primary AND a.status <> 'CLOSED'
            ORDER BY a.id
            LIMIT :limit
            """)
        .param("human", human.value())
        .param("limit", limit)
        .query((row, number) -> row.getString("id"))
        .list();
  }

  /** The agents of the human that have keys in force. */
  List<String> agentsWithKeys(HumanId human) {
    return jdbc.sql(
            """
            SELECT DISTINCT c.subject
            FROM agent_human l JOIN credential c ON c.subject = l.agent_id
            WHERE l.human_id = :human AND l.is_primary AND c.kind = 'KEY' AND c.revoked_at IS NULL
            ORDER BY c.subject
            """)
        .param("human", human.value())
        .query((row, number) -> row.getString("subject"))
        .list();
  }

  void delete(HumanId human, Instant at) {
    STATEMENTS.forEach(sql -> jdbc.sql(sql).param("human", human.value()).update());
    jdbc.sql(
            """
            UPDATE human
            SET email = NULL, email_key = NULL, name = NULL, password_hash = NULL,
              second_factor = false, version = version + 1, deleted_at = :at
            WHERE id = :human
            """)
        .param("human", human.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }
}
