package dev.agora.accounts.session;

import dev.agora.jdbc.JdbcInstants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stored sessions. */
@Repository
class JdbcSessions {

  private final JdbcClient jdbc;

  JdbcSessions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A session that nobody has used for a while. */
  record Idle(String id, String human) {}

  void add(String credentialId, String source, String client, Instant at) {
    jdbc.sql(
            """
            INSERT INTO session (credential_id, source, client, used_at)
            VALUES (:id, :source, :client, :at)
            """)
        .param("id", credentialId)
        .param("source", source)
        .param("client", client)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The sessions of a human that are in force, newest first, after that position. */
  List<Session> of(String human, Instant now, @Nullable Position after, int limit) {
    return jdbc.sql(
            """
            SELECT c.id, s.source, s.client, c.created_at, s.used_at, c.expires_at
            FROM credential c JOIN session s ON s.credential_id = c.id
            WHERE c.subject = :human AND c.kind = 'SESSION' AND c.revoked_at IS NULL
              AND c.expires_at > :now
              AND (CAST(:id AS text) IS NULL OR (c.created_at, c.id) < (:createdAt, :id))
            ORDER BY c.created_at DESC, c.id DESC
            LIMIT :limit
            """)
        .param("human", human)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("id", after == null ? null : after.id())
        .param("createdAt", (after == null ? now : after.createdAt()).atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .query(JdbcSessions::read)
        .list();
  }

  /** Some sessions that were not used since, those idle longest first. */
  List<Idle> idleSince(Instant since, int limit) {
    return jdbc.sql(
            """
            SELECT s.credential_id, c.subject
            FROM session s JOIN credential c ON c.id = s.credential_id
            WHERE NOT s.ended AND s.used_at < :since
            ORDER BY s.used_at
            LIMIT :limit
            """)
        .param("since", since.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .query((row, number) -> new Idle(row.getString("credential_id"), row.getString("subject")))
        .list();
  }

  /** Notes that a session needs no more looking after; false if it was used after all. */
  boolean end(String credentialId, Instant idleSince) {
    return jdbc.sql(
                """
                UPDATE session SET ended = true WHERE credential_id = :id AND used_at < :since
                """)
            .param("id", credentialId)
            .param("since", idleSince.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  private static Session read(ResultSet row, int number) throws SQLException {
    return new Session(
        row.getString("id"),
        row.getString("source"),
        row.getString("client"),
        JdbcInstants.read(row, "created_at"),
        JdbcInstants.read(row, "used_at"),
        JdbcInstants.read(row, "expires_at"));
  }
}
