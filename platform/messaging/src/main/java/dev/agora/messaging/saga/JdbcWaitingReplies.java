package dev.agora.messaging.saga;

import dev.agora.messaging.WireJson;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Replies that a replica of an older release received and one of a newer release is to take. */
final class JdbcWaitingReplies {

  private final JdbcClient jdbc;
  private final WireJson json;

  JdbcWaitingReplies(JdbcClient jdbc, WireJson json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** The same answer, received again, is kept once. */
  void keep(UUID commandId, UUID sagaId, JsonReply reply, Instant now) {
    jdbc.sql(
            """
            INSERT INTO saga_waiting_reply (command_id, saga_id, refusal_code, payload, received_at)
            VALUES (:command, :saga, :refusal, :payload, :now) ON CONFLICT DO NOTHING
            """)
        .param("command", commandId)
        .param("saga", sagaId)
        .param("refusal", reply.refusalCode().orElse(null))
        .param("payload", reply.payload(byte[].class))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /**
   * The sagas that have replies waiting, each once.
   *
   * @param definitions that this process knows, as {@code type:version}
   */
  List<UUID> sagas(Collection<String> definitions, int atMost) {
    return jdbc.sql(
            """
            SELECT DISTINCT saga_id FROM saga_waiting_reply JOIN saga_instance USING (saga_id)
            WHERE saga_type || ':' || definition_version = ANY (:definitions) LIMIT :atMost
            """)
        .param("definitions", definitions.toArray(String[]::new))
        .param("atMost", atMost)
        .query((row, _) -> row.getObject(1, UUID.class))
        .list();
  }

  /** The oldest reply that waits for a saga, which the caller has locked; it waits no more. */
  Optional<Stimulus.Answer> take(UUID sagaId) {
    return jdbc.sql(
            """
            DELETE FROM saga_waiting_reply WHERE command_id =
              (SELECT command_id FROM saga_waiting_reply WHERE saga_id = :saga
               ORDER BY received_at, command_id LIMIT 1)
            RETURNING command_id, refusal_code, payload
            """)
        .param("saga", sagaId)
        .query(
            (row, _) ->
                new Stimulus.Answer(
                    row.getObject("command_id", UUID.class),
                    new JsonReply(
                        Optional.ofNullable(row.getString("refusal_code")),
                        row.getBytes("payload"),
                        json)))
        .optional();
  }
}
