package dev.agora.messaging.saga;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Instances as operators see them. */
final class JdbcSagaOverview {

  /**
   * One instance.
   *
   * @param data as JSON text
   */
  record Item(
      UUID id,
      String saga,
      int version,
      String businessKey,
      SagaStatus status,
      boolean undoing,
      String step,
      int attempt,
      @Nullable Instant deadline,
      @Nullable String reason,
      @Nullable String parkedReason,
      String data,
      Instant createdAt,
      Instant updatedAt) {}

  private final JdbcClient jdbc;

  JdbcSagaOverview(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those that changed last come first; null filters nothing. */
  List<Item> list(@Nullable SagaStatus status, @Nullable String saga, int atMost) {
    return jdbc.sql(
            """
            SELECT * FROM saga_instance
            WHERE (:status::text IS NULL OR status = :status)
              AND (:saga::text IS NULL OR saga_type = :saga)
            ORDER BY updated_at DESC LIMIT :atMost
            """)
        .param("status", status == null ? null : status.name())
        .param("saga", saga)
        .param("atMost", atMost)
        .query((row, _) -> item(row))
        .list();
  }

  Optional<Item> find(UUID id) {
    return jdbc.sql("SELECT * FROM saga_instance WHERE saga_id = :id")
        .param("id", id)
        .query((row, _) -> item(row))
        .optional();
  }

  long parked() {
    return jdbc.sql("SELECT count(*) FROM saga_instance WHERE status = 'PARKED'")
        .query((row, _) -> row.getLong(1))
        .single();
  }

  private static Item item(ResultSet row) throws SQLException {
    OffsetDateTime deadline = row.getObject("deadline_at", OffsetDateTime.class);
    return new Item(
        row.getObject("saga_id", UUID.class),
        row.getString("saga_type"),
        row.getInt("definition_version"),
        row.getString("business_key"),
        SagaStatus.valueOf(row.getString("status")),
        row.getBoolean("undoing"),
        row.getString("step"),
        row.getInt("attempt"),
        deadline == null ? null : deadline.toInstant(),
        row.getString("reason"),
        row.getString("parked_reason"),
        row.getString("data"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("updated_at", OffsetDateTime.class).toInstant());
  }
}
