package dev.agora.messaging.relay;

import dev.agora.messaging.WireJson;
import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;

/** Reads what Debezium saw in the WAL: rows of the outbox, and heartbeats in between. */
final class ChangeEvents {

  static final String TOPIC_PREFIX = "agora";
  private static final String OUTBOX = TOPIC_PREFIX + ".public.outbox";

  private final WireJson json;

  ChangeEvents(WireJson json) {
    this.json = json;
  }

  /** The row, or nothing for a heartbeat or a mark. */
  Optional<OutboxRow> row(SourceRecord change) {
    if (!change.topic().equals(OUTBOX) || !(change.value() instanceof Struct envelope)) {
      return Optional.empty();
    }
    return Optional.ofNullable(envelope.getStruct("after")).map(this::row);
  }

  /** Where in the WAL it stands; 0 if that is not said. */
  static long position(SourceRecord change) {
    return change.sourceOffset().get("lsn") instanceof Long position ? position : 0;
  }

  private OutboxRow row(Struct after) {
    return new OutboxRow(
        after.getString("id"),
        after.getString("topic"),
        after.getString("msg_key"),
        after.getString("msg_type"),
        after.getInt16("schema_version"),
        json.readText(after.getString("headers"), Map.class),
        bytes(after.get("payload")),
        OffsetDateTime.parse(after.getString("created_at")).toInstant());
  }

  private static byte[] bytes(Object payload) {
    if (payload instanceof byte[] bytes) {
      return bytes;
    }
    ByteBuffer buffer = ((ByteBuffer) payload).duplicate();
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }
}
