package dev.agora.messaging.deadletter;

import dev.agora.jdbc.JdbcInstants;
import dev.agora.messaging.WireJson;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The dead letters of the service, as a table of its own database. */
final class JdbcDeadLetters {

  private final JdbcClient jdbc;
  private final WireJson json;

  JdbcDeadLetters(JdbcClient jdbc, WireJson json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Stores one, unless it is there. */
  void store(DeadLetter letter, byte @Nullable [] payload) {
    jdbc.sql(
            """
            INSERT INTO dead_letter (id, topic, consumer, msg_partition, msg_offset, msg_key,
              msg_type, headers, payload, error, stored_at)
            VALUES (:id, :topic, :consumer, :partition, :offset, :key,
              :type, :headers::jsonb, :payload, :error, :storedAt)
            ON CONFLICT DO NOTHING
            """)
        .param("id", letter.id())
        .param("topic", letter.topic())
        .param("consumer", letter.consumer())
        .param("partition", letter.partition())
        .param("offset", letter.offset())
        .param("key", letter.key())
        .param("type", letter.type())
        .param("headers", json.writeText(letter.headers()))
        .param("payload", payload)
        .param("error", letter.error())
        .param("storedAt", letter.storedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Those that wait, or all; newest first, after the last one of the page before. */
  List<DeadLetter> list(boolean waitingOnly, @Nullable DeadLetter after, int atMost) {
    return jdbc.sql(
            """
            SELECT * FROM dead_letter
            WHERE (NOT :waitingOnly OR replayed_at IS NULL)
              AND (:at::timestamptz IS NULL OR (stored_at, id) < (:at, :id::uuid))
            ORDER BY stored_at DESC, id DESC LIMIT :atMost
            """)
        .param("waitingOnly", waitingOnly)
        .param("at", after == null ? null : after.storedAt().atOffset(ZoneOffset.UTC))
        .param("id", after == null ? null : after.id().toString())
        .param("atMost", atMost)
        .query((row, _) -> letter(row))
        .list();
  }

  Optional<DeadLetter> find(UUID id) {
    return jdbc.sql("SELECT * FROM dead_letter WHERE id = :id")
        .param("id", id)
        .query((row, _) -> letter(row))
        .optional();
  }

  /** Those of a key that wait, in their order, locked until the transaction ends. */
  List<UUID> lockWaiting(String topic, String consumer, String key) {
    return jdbc.sql(
            """
            SELECT id FROM dead_letter
            WHERE topic = :topic AND consumer = :consumer AND msg_key = :key
              AND replayed_at IS NULL
            ORDER BY msg_partition, msg_offset FOR UPDATE
            """)
        .param("topic", topic)
        .param("consumer", consumer)
        .param("key", key)
        .query((row, _) -> row.getObject("id", UUID.class))
        .list();
  }

  /** The original bytes; empty if there were none. */
  Optional<byte[]> payload(UUID id) {
    return jdbc.sql("SELECT payload FROM dead_letter WHERE id = :id AND payload IS NOT NULL")
        .param("id", id)
        .query((row, _) -> row.getBytes("payload"))
        .optional();
  }

  void replayed(UUID id, String actor, Instant at) {
    jdbc.sql("UPDATE dead_letter SET replayed_at = :at, replayed_by = :actor WHERE id = :id")
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("actor", actor)
        .param("id", id)
        .update();
  }

  /** At most 10000, so that the count stays cheap on the worst of days. */
  long waiting() {
    return jdbc.sql(
            """
            SELECT count(*) FROM (
              SELECT FROM dead_letter WHERE replayed_at IS NULL LIMIT 10000) AS waiting
            """)
        .query((row, _) -> row.getLong(1))
        .single();
  }

  private DeadLetter letter(ResultSet row) throws SQLException {
    byte[] payload = row.getBytes("payload");
    return new DeadLetter(
        row.getObject("id", UUID.class),
        row.getString("topic"),
        row.getString("consumer"),
        row.getInt("msg_partition"),
        row.getLong("msg_offset"),
        row.getString("msg_key"),
        row.getString("msg_type"),
        headers(row.getString("headers")),
        payload == null ? null : new String(payload, StandardCharsets.UTF_8),
        row.getString("error"),
        JdbcInstants.read(row, "stored_at"),
        JdbcInstants.readOrNull(row, "replayed_at"),
        row.getString("replayed_by"));
  }

  private Map<String, String> headers(String stored) {
    Map<?, ?> names = json.readText(stored, Map.class);
    Map<String, String> headers = new LinkedHashMap<>();
    names.forEach((name, value) -> headers.put(String.valueOf(name), String.valueOf(value)));
    return headers;
  }
}
