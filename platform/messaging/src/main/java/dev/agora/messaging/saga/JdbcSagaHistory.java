package dev.agora.messaging.saga;

import dev.agora.jdbc.JdbcInstants;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happened to each instance, line by line. */
final class JdbcSagaHistory {

  private final JdbcClient jdbc;

  JdbcSagaHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds lines; the caller holds the instance's lock, so numbers stay unique. */
  void add(UUID sagaId, List<SagaEvent> events, @Nullable String actor, Instant now) {
    jdbc.sql(
            """
            INSERT INTO saga_event (saga_id, seq, at, kind, step, command_id, detail, actor)
            SELECT :sagaId,
              (SELECT coalesce(max(seq), 0) FROM saga_event WHERE saga_id = :sagaId) + line.ord,
              :at, line.kind, line.step, line.command_id::uuid, line.detail, :actor
            FROM unnest(:kinds, :steps, :commandIds, :details) WITH ORDINALITY
              AS line (kind, step, command_id, detail, ord)
            """)
        .param("sagaId", sagaId)
        .param("at", now.atOffset(ZoneOffset.UTC))
        .param("actor", actor)
        .param("kinds", column(events, event -> event.kind().name()))
        .param("steps", column(events, SagaEvent::step))
        .param("commandIds", column(events, event -> Objects.toString(event.commandId(), null)))
        .param("details", column(events, SagaEvent::detail))
        .update();
  }

  List<SagaRecord.Line> of(UUID sagaId) {
    return jdbc.sql(
            """
            SELECT at, kind, step, command_id, detail, actor
            FROM saga_event WHERE saga_id = :sagaId ORDER BY seq
            """)
        .param("sagaId", sagaId)
        .query(
            (row, _) ->
                new SagaRecord.Line(
                    JdbcInstants.read(row, "at"),
                    row.getString("kind"),
                    row.getString("step"),
                    row.getObject("command_id", UUID.class),
                    row.getString("detail"),
                    row.getString("actor")))
        .list();
  }

  private static @Nullable String[] column(
      List<SagaEvent> events, Function<SagaEvent, @Nullable String> value) {
    @Nullable String[] column = new String[events.size()];
    for (int i = 0; i < column.length; i++) {
      column[i] = value.apply(events.get(i));
    }
    return column;
  }
}
