package dev.agora.messaging.saga;

import dev.agora.jdbc.JdbcInstants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Instances as operators see them. */
final class JdbcSagaOverview {

  private final JdbcClient jdbc;

  JdbcSagaOverview(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those that changed last come first; null filters nothing. */
  List<SagaSummary> list(
      @Nullable SagaStatus status, @Nullable String saga, @Nullable SagaSummary after, int atMost) {
    return jdbc.sql(
            """
            SELECT * FROM saga_instance
            WHERE (:status::text IS NULL OR status = :status)
              AND (:saga::text IS NULL OR saga_type = :saga)
              AND (:at::timestamptz IS NULL OR (updated_at, saga_id) < (:at, :id::uuid))
            ORDER BY updated_at DESC, saga_id DESC LIMIT :atMost
            """)
        .param("status", status == null ? null : status.name())
        .param("saga", saga)
        .param("at", after == null ? null : after.updatedAt().atOffset(ZoneOffset.UTC))
        .param("id", after == null ? null : after.id().toString())
        .param("atMost", atMost)
        .query((row, _) -> item(row))
        .list();
  }

  Optional<SagaSummary> find(UUID id) {
    return jdbc.sql("SELECT * FROM saga_instance WHERE saga_id = :id")
        .param("id", id)
        .query((row, _) -> item(row))
        .optional();
  }

  /** At most 10000, so that the count stays cheap on the worst of days. */
  long parked() {
    return jdbc.sql(
            """
            SELECT count(*) FROM (
              SELECT FROM saga_instance WHERE status = 'PARKED' LIMIT 10000) AS parked
            """)
        .query((row, _) -> row.getLong(1))
        .single();
  }

  /** When the one was parked that has waited longest; empty if none waits. */
  Optional<Instant> parkedSince() {
    return jdbc.sql(
            """
            SELECT updated_at FROM saga_instance WHERE status = 'PARKED' ORDER BY updated_at LIMIT 1
            """)
        .query((row, _) -> JdbcInstants.read(row, "updated_at"))
        .optional();
  }

  /** The deadline that comes first, or is past longest; empty if no saga is under way. */
  Optional<Instant> nextDeadline() {
    return jdbc.sql(
            """
            SELECT deadline_at FROM saga_instance WHERE deadline_at IS NOT NULL
            ORDER BY deadline_at LIMIT 1
            """)
        .query((row, _) -> JdbcInstants.read(row, "deadline_at"))
        .optional();
  }

  private static SagaSummary item(ResultSet row) throws SQLException {
    return new SagaSummary(
        row.getObject("saga_id", UUID.class),
        row.getString("saga_type"),
        row.getInt("definition_version"),
        row.getString("business_key"),
        SagaStatus.valueOf(row.getString("status")),
        row.getBoolean("undoing"),
        row.getString("step"),
        row.getInt("attempt"),
        JdbcInstants.readOrNull(row, "deadline_at"),
        row.getString("reason"),
        row.getString("parked_reason"),
        row.getString("data"),
        JdbcInstants.read(row, "created_at"),
        JdbcInstants.read(row, "updated_at"));
  }
}
