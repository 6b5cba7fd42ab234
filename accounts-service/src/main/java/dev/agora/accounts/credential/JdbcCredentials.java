package dev.agora.accounts.credential;

import dev.agora.jdbc.JdbcInstants;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stored credentials. */
@Repository
public class JdbcCredentials {

  private final JdbcClient jdbc;

  JdbcCredentials(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Credential credential) {
    jdbc.sql(
            """
            INSERT INTO credential (id, kind, hash, subject, roles, scopes, name, expires_at, revoked_at, version, created_at, authenticated_at, ip_ranges)
            VALUES (:id, :kind, :hash, :subject, :roles, :scopes, :name, :expiresAt, :revokedAt, :version, :createdAt, :authenticatedAt, :ipRanges)
            """)
        .param("id", credential.id())
        .param("kind", credential.kind().name())
        .param("hash", credential.hash())
        .param("subject", credential.subject())
        .param("roles", credential.roles().toArray(String[]::new))
        .param("scopes", credential.scopes().toArray(String[]::new))
        .param("name", credential.name())
        .param("expiresAt", utc(credential.expiresAt()))
        .param("revokedAt", utc(credential.revokedAt()))
        .param("version", credential.version())
        .param("createdAt", utc(credential.createdAt()))
        .param("authenticatedAt", utc(credential.authenticatedAt()))
        .param("ipRanges", credential.ipRanges().toArray(String[]::new))
        .update();
  }

  void change(Credential credential) {
    jdbc.sql(
            """
            UPDATE credential
            SET revoked_at = :revokedAt, authenticated_at = :authenticatedAt, version = :version
            WHERE id = :id
            """)
        .param("authenticatedAt", utc(credential.authenticatedAt()))
        .param("revokedAt", utc(credential.revokedAt()))
        .param("version", credential.version())
        .param("id", credential.id())
        .update();
  }

  Optional<Credential> find(String id) {
    return jdbc.sql("SELECT * FROM credential WHERE id = :id")
        .param("id", id)
        .query(JdbcCredentials::read)
        .optional();
  }

  Optional<Credential> lock(String id, CredentialKind kind, String subject) {
    return jdbc.sql(
            """
            SELECT * FROM credential
            WHERE id = :id AND kind = :kind AND subject = :subject
            FOR UPDATE
            """)
        .param("id", id)
        .param("kind", kind.name())
        .param("subject", subject)
        .query(JdbcCredentials::read)
        .optional();
  }

  /** What somebody has of a kind and is in force, but one, in the order of ids. */
  List<Credential> lockAll(CredentialKind kind, String subject, @Nullable String but, Instant now) {
    return jdbc.sql(
            """
            SELECT * FROM credential
            WHERE subject = :subject AND kind = :kind AND revoked_at IS NULL
              AND (expires_at IS NULL OR expires_at > :now) AND id IS DISTINCT FROM :but
            ORDER BY id
            FOR UPDATE
            """)
        .param("subject", subject)
        .param("kind", kind.name())
        .param("now", utc(now))
        .param("but", but)
        .query(JdbcCredentials::read)
        .list();
  }

  /** An agent's keys that were not revoked, oldest first; expired ones are among them. */
  public List<Credential> keysOf(String agentId) {
    return jdbc.sql(
            """
            SELECT * FROM credential
            WHERE subject = :subject AND kind = 'KEY' AND revoked_at IS NULL
            ORDER BY created_at, id
            """)
        .param("subject", agentId)
        .query(JdbcCredentials::read)
        .list();
  }

  private static Credential read(ResultSet row, int number) throws SQLException {
    return new Credential(
        row.getString("id"),
        CredentialKind.valueOf(row.getString("kind")),
        row.getString("hash"),
        row.getString("subject"),
        texts(row.getArray("roles")),
        texts(row.getArray("scopes")),
        row.getString("name"),
        JdbcInstants.readOrNull(row, "expires_at"),
        JdbcInstants.readOrNull(row, "revoked_at"),
        row.getLong("version"),
        JdbcInstants.read(row, "created_at"),
        JdbcInstants.readOrNull(row, "authenticated_at"),
        texts(row.getArray("ip_ranges")));
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
