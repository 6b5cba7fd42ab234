package dev.agora.accounts.ownership;

import dev.agora.accounts.agent.AgentId;
import dev.agora.accounts.human.HumanId;
import dev.agora.jdbc.JdbcInstants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The invitations that wait for an answer. */
@Repository
class JdbcInvitations {

  private final JdbcClient jdbc;

  JdbcInvitations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Stores one in the place of an earlier one of the same agent to the same address. */
  void put(Invitation invitation) {
    jdbc.sql("DELETE FROM invitation WHERE agent_id = :agent AND email_key = :emailKey")
        .param("agent", invitation.agent().value())
        .param("emailKey", invitation.emailKey())
        .update();
    jdbc.sql(
            """
            INSERT INTO invitation (id, agent_id, email_key, as_primary, invited_by, created_at, expires_at)
            VALUES (:id, :agent, :emailKey, :asPrimary, :invitedBy, :createdAt, :expiresAt)
            """)
        .param("id", invitation.id())
        .param("agent", invitation.agent().value())
        .param("emailKey", invitation.emailKey())
        .param("asPrimary", invitation.asPrimary())
        .param("invitedBy", invitation.invitedBy().value())
        .param("createdAt", invitation.createdAt().atOffset(ZoneOffset.UTC))
        .param("expiresAt", invitation.expiresAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** A page of those to an address that can be accepted, newest first. */
  List<Invitation> to(String emailKey, Instant now, @Nullable String before, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM invitation
            WHERE email_key = :emailKey AND expires_at > :now
              AND (CAST(:before AS text) IS NULL OR id < :before)
            ORDER BY id DESC
            LIMIT :limit
            """)
        .param("emailKey", emailKey)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("before", before)
        .param("limit", limit)
        .query(JdbcInvitations::read)
        .list();
  }

  /** The agent of the one of that id. */
  Optional<AgentId> agentOf(String id) {
    return jdbc.sql("SELECT agent_id FROM invitation WHERE id = :id")
        .param("id", id)
        .query((row, number) -> new AgentId(row.getString("agent_id")))
        .optional();
  }

  /** The one of that id to that address, which from now on nobody else can accept. */
  Optional<Invitation> take(String id, String emailKey, Instant now) {
    return jdbc.sql(
            """
            DELETE FROM invitation
            WHERE id = :id AND email_key = :emailKey AND expires_at > :now
            RETURNING *
            """)
        .param("id", id)
        .param("emailKey", emailKey)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(JdbcInvitations::read)
        .optional();
  }

  /** Nobody can accept them any more; an address without an account is in no other table. */
  void forgetExpired(Instant now) {
    jdbc.sql("DELETE FROM invitation WHERE expires_at <= :now")
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static Invitation read(ResultSet row, int number) throws SQLException {
    return new Invitation(
        row.getString("id"),
        new AgentId(row.getString("agent_id")),
        row.getString("email_key"),
        row.getBoolean("as_primary"),
        new HumanId(row.getString("invited_by")),
        JdbcInstants.read(row, "created_at"),
        JdbcInstants.read(row, "expires_at"));
  }
}
