package dev.agora.accounts.ownership;

import dev.agora.accounts.agent.AgentId;
import dev.agora.accounts.human.HumanId;
import dev.agora.jdbc.JdbcInstants;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The humans linked to agents; the primary one is the owner. */
@Repository
class JdbcAgentHumans {

  private final JdbcClient jdbc;

  JdbcAgentHumans(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One human of an agent. */
  record Linked(String human, String name, boolean primary, Instant linkedAt) {}

  /** The humans of an agent, the owner first. */
  List<Linked> of(AgentId agent) {
    return jdbc.sql(
            """
            SELECT l.human_id, coalesce(h.name, 'deleted') AS name, l.is_primary, l.linked_at
            FROM agent_human l JOIN human h ON h.id = l.human_id
            WHERE l.agent_id = :agent
            ORDER BY l.is_primary DESC, l.linked_at, l.human_id
            """)
        .param("agent", agent.value())
        .query(
            (row, number) ->
                new Linked(
                    row.getString("human_id"),
                    row.getString("name"),
                    row.getBoolean("is_primary"),
                    JdbcInstants.read(row, "linked_at")))
        .list();
  }

  /** Links a human; who is linked already stays what they are. */
  void link(AgentId agent, HumanId human, Instant at) {
    jdbc.sql(
            """
            INSERT INTO agent_human (agent_id, human_id, is_primary, linked_at)
            VALUES (:agent, :human, false, :at)
            ON CONFLICT (agent_id, human_id) DO NOTHING
            """)
        .param("agent", agent.value())
        .param("human", human.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Makes a linked human the owner; the one before stays linked. */
  void makePrimary(AgentId agent, HumanId human) {
    jdbc.sql("UPDATE agent_human SET is_primary = false WHERE agent_id = :agent AND is_primary")
        .param("agent", agent.value())
        .update();
    jdbc.sql(
            """
            UPDATE agent_human SET is_primary = true
            WHERE agent_id = :agent AND human_id = :human
            """)
        .param("agent", agent.value())
        .param("human", human.value())
        .update();
  }

  /** False if they were not linked. The owner stays. */
  boolean unlink(AgentId agent, String human) {
    return jdbc.sql(
                """
                DELETE FROM agent_human
                WHERE agent_id = :agent AND human_id = :human AND NOT is_primary
                """)
            .param("agent", agent.value())
            .param("human", human)
            .update()
        == 1;
  }
}
