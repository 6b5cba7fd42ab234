package dev.agora.accounts.attempt;

import dev.agora.audit.Source;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where humans have signed in from before; the last few of each, as hashes. */
@Repository
public class JdbcKnownSources {

  private static final Duration REMEMBERED = Duration.ofDays(90);
  private static final int PER_HUMAN_MAX = 20;

  private final JdbcClient jdbc;
  private final Clock clock;

  JdbcKnownSources(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Whether the human with that address has signed in from there lately. */
  public boolean isKnown(String emailKey, Source source) {
    return jdbc.sql(
            """
            SELECT EXISTS (
              SELECT FROM known_source s JOIN human h ON h.id = s.human_id
              WHERE h.email_key = :emailKey AND s.source = :source AND s.seen_at > :since)
            """)
        .param("emailKey", emailKey)
        .param("source", Allowance.digest(source.network()))
        .param("since", clock.instant().minus(REMEMBERED).atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }

  /** Notes that a human signed in from there. */
  public void remember(String human, Source source) {
    Instant now = clock.instant();
    jdbc.sql(
            """
            INSERT INTO known_source (human_id, source, seen_at) VALUES (:human, :source, :now)
            ON CONFLICT (human_id, source) DO UPDATE SET seen_at = excluded.seen_at
            """)
        .param("human", human)
        .param("source", Allowance.digest(source.network()))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
    jdbc.sql(
            """
            DELETE FROM known_source
            WHERE human_id = :human AND source NOT IN (
              SELECT source FROM known_source WHERE human_id = :human
              ORDER BY seen_at DESC, source LIMIT :max)
            """)
        .param("human", human)
        .param("max", PER_HUMAN_MAX)
        .update();
  }
}
