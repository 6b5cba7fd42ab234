package dev.agora.accounts.use;

import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Notes when credentials were last used. */
@Repository
class JdbcUses {

  private final JdbcClient jdbc;

  JdbcUses(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps the latest of each; an unknown credential is left out. */
  @Transactional
  void note(List<Use> uses) {
    Object ids = uses.stream().map(Use::credentialId).toArray(String[]::new);
    Object times =
        uses.stream()
            .map(use -> use.at().atOffset(ZoneOffset.UTC).toString())
            .toArray(String[]::new);
    Object sources = uses.stream().map(Use::source).toArray(String[]::new);
    jdbc.sql(
            """
            UPDATE session s SET used_at = greatest(s.used_at, u.at)
            FROM (
              SELECT t.id, max(t.at::timestamptz) AS at
              FROM unnest(:ids::text[], :times::text[]) AS t (id, at) GROUP BY t.id ORDER BY t.id
            ) u
            WHERE s.credential_id = u.id AND NOT s.ended
            """)
        .param("ids", ids)
        .param("times", times)
        .update();
    jdbc.sql(
            """
            INSERT INTO key_use AS k (credential_id, used_at, source)
            SELECT DISTINCT ON (t.id) t.id, t.at::timestamptz, t.source
            FROM unnest(:ids::text[], :times::text[], :sources::text[]) AS t (id, at, source)
            JOIN credential c ON c.id = t.id AND c.kind = 'KEY'
            ORDER BY t.id, t.at::timestamptz DESC
            ON CONFLICT (credential_id) DO UPDATE
            SET used_at = excluded.used_at, source = excluded.source
            WHERE k.used_at < excluded.used_at
            """)
        .param("ids", ids)
        .param("times", times)
        .param("sources", sources)
        .update();
  }
}
