package dev.agora.messaging.relay;

import dev.agora.jdbc.JdbcInstants;
import dev.agora.messaging.MessagingProperties;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Up to where everything is published, for the day when the slot is lost. */
final class JdbcWatermark {

  /** Transactions may commit this much later than their rows were written. */
  private static final Duration LATE_COMMITS = Duration.ofMinutes(5);

  private final JdbcClient jdbc;
  private final String service;

  JdbcWatermark(JdbcClient jdbc, MessagingProperties properties) {
    this.jdbc = jdbc;
    this.service = properties.service();
  }

  void advance(Instant createdAt) {
    jdbc.sql(
            """
            UPDATE relay_watermark SET created_at = greatest(created_at, :createdAt)
            WHERE service = :service
            """)
        .param("service", service)
        .param("createdAt", createdAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  /**
   * Remembers that all from the watermark on must be published again: at first, everything.
   *
   * @return whether this service has never published before
   */
  boolean beginRepublication() {
    return jdbc.sql(
            """
            INSERT INTO relay_watermark (service, republish_from)
            VALUES (:service, '-infinity')
            ON CONFLICT (service) DO UPDATE SET republish_from = least(
              relay_watermark.republish_from,
              coalesce(relay_watermark.created_at - :late * interval '1 second', '-infinity'))
            RETURNING created_at IS NULL
            """)
        .param("service", service)
        .param("late", LATE_COMMITS.toSeconds())
        .query(Boolean.class)
        .single();
  }

  /** From when on a republication is due; empty if none is. */
  Optional<Instant> republicationDue() {
    return jdbc.sql(
            """
            SELECT greatest(republish_from, 'epoch'::timestamptz) AS due
            FROM relay_watermark WHERE service = :service AND republish_from IS NOT NULL
            """)
        .param("service", service)
        .query((row, _) -> JdbcInstants.read(row, "due"))
        .optional();
  }

  void endRepublication() {
    jdbc.sql("UPDATE relay_watermark SET republish_from = NULL WHERE service = :service")
        .param("service", service)
        .update();
  }
}
