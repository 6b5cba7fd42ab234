package dev.agora.messaging.outbox;

import dev.agora.jdbc.JdbcRows;
import dev.agora.jdbc.JdbcScript;
import dev.agora.messaging.MessageHeaders;
import dev.agora.messaging.MessageIds;
import dev.agora.messaging.MessagingProperties;
import dev.agora.messaging.Traces;
import dev.agora.messaging.WireJson;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The outbox as a table of the service's own database. */
final class JdbcOutbox implements Outbox {

  private static final String INSERT =
      """
      INSERT INTO outbox (id, topic, msg_key, msg_type, schema_version, headers, payload)
      SELECT id, topic, msg_key, msg_type, schema_version, headers::jsonb, payload
      FROM unnest(?, ?, ?, ?, ?, ?, ?)
        AS m (id, topic, msg_key, msg_type, schema_version, headers, payload)
      """;

  private final JdbcOperations jdbc;
  private final WireJson json;
  private final MessageIds ids;
  private final Traces traces;
  private final String source;

  JdbcOutbox(
      JdbcOperations jdbc,
      WireJson json,
      MessageIds ids,
      Traces traces,
      MessagingProperties properties) {
    this.jdbc = jdbc;
    this.json = json;
    this.ids = ids;
    this.traces = traces;
    this.source = properties.service();
  }

  @Override
  public void publish(EventType type, String key, Object payload) {
    publishAll(
        List.of(
            new OutgoingMessage(
                ids.next(),
                type.topic(),
                key,
                type.name(),
                type.schemaVersion(),
                Map.of(),
                payload)));
  }

  @Override
  public void publishAll(Collection<OutgoingMessage> messages) {
    JdbcScript script = new JdbcScript(jdbc);
    publishAll(script, messages);
    script.run();
  }

  @Override
  public void publishAll(JdbcScript script, Collection<OutgoingMessage> messages) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("messages are published within a transaction only");
    }
    JdbcRows.of(messages)
        .uuids(OutgoingMessage::id)
        .texts(OutgoingMessage::topic)
        .texts(OutgoingMessage::key)
        .texts(OutgoingMessage::type)
        .longs(message -> (long) message.schemaVersion())
        .texts(this::headers)
        .bytes(message -> json.write(message.payload()))
        .update(script, INSERT);
  }

  /** Only what the columns do not say already; the relay adds the rest. */
  private String headers(OutgoingMessage message) {
    Map<String, String> headers = new HashMap<>(message.headers());
    headers.put(MessageHeaders.SOURCE, source);
    String traceparent = traces.current();
    if (traceparent != null) {
      headers.putIfAbsent(MessageHeaders.TRACEPARENT, traceparent);
    }
    return json.writeText(headers);
  }
}
