package dev.agora.messaging.relay;

import dev.agora.messaging.MessageHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** A row of the outbox, on its way to Kafka. */
final class OutboxRow {

  private final ProducerRecord<byte[], byte[]> message;
  private final Instant createdAt;

  /**
   * A row.
   *
   * @param headers those of the sender; the columns become headers too
   */
  OutboxRow(
      String id,
      String topic,
      String key,
      String type,
      int schemaVersion,
      Map<?, ?> headers,
      byte[] payload,
      Instant createdAt) {
    this.createdAt = createdAt;
    this.message = new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), payload);
    Headers all = message.headers();
    headers.forEach((name, value) -> add(all, String.valueOf(name), String.valueOf(value)));
    add(all, MessageHeaders.MESSAGE_ID, id);
    add(all, MessageHeaders.MESSAGE_TYPE, type);
    add(all, MessageHeaders.SCHEMA_VERSION, Integer.toString(schemaVersion));
    add(all, MessageHeaders.CREATED_AT, createdAt.toString());
  }

  ProducerRecord<byte[], byte[]> message() {
    return message;
  }

  Instant createdAt() {
    return createdAt;
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
