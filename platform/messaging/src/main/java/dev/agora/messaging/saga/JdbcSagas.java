package dev.agora.messaging.saga;

import dev.agora.jdbc.JdbcInstants;
import dev.agora.messaging.WireJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The running and finished instances, as a table of the orchestrator's own database. */
final class JdbcSagas {

  private static final String SELECT =
      """
      SELECT saga_id, saga_type, definition_version, business_key, status, undoing, step, attempt,
             pending_command_id, deadline_at, undoable, data, reason, parked_reason, traceparent,
             version
      FROM saga_instance
      """;

  private final JdbcClient jdbc;
  private final WireJson json;

  JdbcSagas(JdbcClient jdbc, WireJson json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void insert(SagaRow row, Instant now) {
    state(
            jdbc.sql(
                """
                INSERT INTO saga_instance (saga_id, saga_type, definition_version, business_key,
                  status, undoing, step, attempt, pending_command_id, deadline_at, undoable, data,
                  reason, parked_reason, traceparent, version, created_at, updated_at)
                VALUES (:id, :type, :definitionVersion, :businessKey,
                  :status, :undoing, :step, :attempt, :pending, :deadline, :undoable::jsonb,
                  :data::jsonb, :reason, :parkedReason, :traceparent, :version, :now, :now)
                """),
            row.state())
        .param("id", row.id())
        .param("type", row.type())
        .param("definitionVersion", row.definitionVersion())
        .param("businessKey", row.businessKey())
        .param("traceparent", row.traceparent())
        .param("version", row.version())
        .param("now", utc(now))
        .update();
  }

  void update(SagaRow row, Instant now) {
    int updated =
        state(
                jdbc.sql(
                    """
                    UPDATE saga_instance
                    SET status = :status, undoing = :undoing, step = :step, attempt = :attempt,
                      pending_command_id = :pending, deadline_at = :deadline,
                      undoable = :undoable::jsonb, data = :data::jsonb, reason = :reason,
                      parked_reason = :parkedReason, version = :version, updated_at = :now
                    WHERE saga_id = :id AND version = :version - 1
                    """),
                row.state())
            .param("id", row.id())
            .param("version", row.version())
            .param("now", utc(now))
            .update();
    if (updated != 1) {
      throw new IllegalStateException("saga " + row.id() + " changed although it was locked");
    }
  }

  /** Finds an instance and locks it until the transaction ends. */
  Optional<SagaRow> lock(UUID id) {
    return jdbc.sql(SELECT + "WHERE saga_id = :id FOR UPDATE")
        .param("id", id)
        .query((row, _) -> row(row))
        .optional();
  }

  /** Finds an instance by what it is about, and locks it until the transaction ends. */
  Optional<SagaRow> lock(String type, String businessKey) {
    return jdbc.sql(SELECT + "WHERE saga_type = :type AND business_key = :key FOR UPDATE")
        .param("type", type)
        .param("key", businessKey)
        .query((row, _) -> row(row))
        .optional();
  }

  /** Locks an instance that is still overdue and that nobody else moves just now. */
  Optional<SagaRow> lockOverdue(UUID id, Instant now) {
    return jdbc.sql(SELECT + "WHERE saga_id = :id AND deadline_at <= :now FOR UPDATE SKIP LOCKED")
        .param("id", id)
        .param("now", utc(now))
        .query((row, _) -> row(row))
        .optional();
  }

  /**
   * Instances whose deadline has passed, longest overdue first, without those that another replica
   * moves just now.
   *
   * @param definitions that this process knows, as {@code type:version}
   */
  List<UUID> overdue(Collection<String> definitions, Instant now, int atMost) {
    return jdbc.sql(
            """
            SELECT saga_id FROM saga_instance
            WHERE deadline_at <= :now
              AND saga_type || ':' || definition_version = ANY (:definitions)
            ORDER BY deadline_at LIMIT :atMost FOR UPDATE SKIP LOCKED
            """)
        .param("now", utc(now))
        .param("definitions", definitions.toArray(String[]::new))
        .param("atMost", atMost)
        .query((row, _) -> row.getObject(1, UUID.class))
        .list();
  }

  private StatementSpec state(StatementSpec statement, SagaState<String> state) {
    return statement
        .param("status", state.status().name())
        .param("undoing", state.undoing())
        .param("step", state.step())
        .param("attempt", state.attempt())
        .param("pending", state.pending())
        .param("deadline", state.deadline() == null ? null : utc(state.deadline()))
        .param("undoable", json.writeText(state.undoable()))
        .param("data", state.data())
        .param("reason", state.reason())
        .param("parkedReason", state.parkedReason());
  }

  private SagaRow row(ResultSet row) throws SQLException {
    return new SagaRow(
        row.getObject("saga_id", UUID.class),
        row.getString("saga_type"),
        row.getInt("definition_version"),
        row.getString("business_key"),
        new SagaState<>(
            SagaStatus.valueOf(row.getString("status")),
            row.getBoolean("undoing"),
            row.getString("step"),
            row.getInt("attempt"),
            row.getObject("pending_command_id", UUID.class),
            JdbcInstants.readOrNull(row, "deadline_at"),
            List.of(json.readText(row.getString("undoable"), Undoable[].class)),
            row.getString("data"),
            row.getString("reason"),
            row.getString("parked_reason")),
        row.getString("traceparent"),
        row.getLong("version"));
  }

  private static OffsetDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
