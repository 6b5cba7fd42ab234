package dev.agora.payout.reconciliation;

import dev.agora.http.page.PageRequest;
import dev.agora.jdbc.JdbcInstants;
import dev.agora.payout.reconciliation.Break.Kind;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcBreaks implements Breaks {

  private final JdbcClient jdbc;
  private final InstantSource clock;

  JdbcBreaks(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  @Transactional
  public void found(Collection<Break> breaks) {
    OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    String[] kinds = breaks.stream().map(it -> it.kind().name()).toArray(String[]::new);
    String[] subjects = breaks.stream().map(Break::subject).toArray(String[]::new);
    String[] details = breaks.stream().map(Break::detail).toArray(String[]::new);
    jdbc.sql(
            """
            INSERT INTO reconciliation_break (kind, subject, detail, first_seen)
            SELECT DISTINCT ON (kind, subject) kind, subject, detail, :now
            FROM unnest(:kinds::text[], :subjects::text[], :details::text[])
              AS seen (kind, subject, detail)
            ON CONFLICT (kind, subject) DO UPDATE
              SET detail = excluded.detail, mended_at = NULL
            """)
        .param("kinds", kinds)
        .param("subjects", subjects)
        .param("details", details)
        .param("now", now)
        .update();
    jdbc.sql(
            """
            UPDATE reconciliation_break SET mended_at = :now
            WHERE mended_at IS NULL AND kind <> 'CONNECTED_BALANCE' AND NOT EXISTS (
              SELECT 1 FROM unnest(:kinds::text[], :subjects::text[]) AS seen (kind, subject)
              WHERE seen.kind = reconciliation_break.kind
                AND seen.subject = reconciliation_break.subject)
            """)
        .param("kinds", kinds)
        .param("subjects", subjects)
        .param("now", now)
        .update();
  }

  @Override
  public void found(Kind kind, String subject, String detail) {
    jdbc.sql(
            """
            INSERT INTO reconciliation_break (kind, subject, detail, first_seen)
            VALUES (:kind, :subject, :detail, :now)
            ON CONFLICT (kind, subject) DO UPDATE SET detail = excluded.detail, mended_at = NULL
            """)
        .param("kind", kind.name())
        .param("subject", subject)
        .param("detail", detail)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  @Override
  public void mended(Kind kind, String subject) {
    jdbc.sql(
            """
            UPDATE reconciliation_break SET mended_at = :now
            WHERE kind = :kind AND subject = :subject AND mended_at IS NULL
            """)
        .param("kind", kind.name())
        .param("subject", subject)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  @Override
  public Map<Kind, Integer> open() {
    Map<Kind, Integer> open = new EnumMap<>(Kind.class);
    jdbc.sql(
            "SELECT kind, count(*) FROM reconciliation_break WHERE mended_at IS NULL GROUP BY kind")
        .query(
            row -> {
              open.put(Kind.valueOf(row.getString(1)), row.getInt(2));
            });
    return open;
  }

  @Override
  public List<Break> page(PageRequest page) {
    return jdbc.sql(
            """
            SELECT * FROM reconciliation_break
            WHERE mended_at IS NULL
              AND (:after::text IS NULL OR kind || ' ' || subject > :after)
            ORDER BY kind || ' ' || subject LIMIT :limit
            """)
        .param("after", page.after())
        .param("limit", page.fetchLimit())
        .query(
            (row, index) ->
                new Break(
                    Kind.valueOf(row.getString("kind")),
                    row.getString("subject"),
                    row.getString("detail"),
                    JdbcInstants.read(row, "first_seen"),
                    null))
        .list();
  }
}
