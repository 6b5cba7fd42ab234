package dev.agora.messaging.outbox;

import dev.agora.messaging.MessageHeaders;
import dev.agora.messaging.MessageIds;
import dev.agora.messaging.MessagingProperties;
import dev.agora.messaging.Traces;
import dev.agora.messaging.WireJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("messages are published within a transaction only");
    }
    if (!messages.isEmpty()) {
      jdbc.update(connection -> insert(connection, List.copyOf(messages)));
    }
  }

  private PreparedStatement insert(Connection connection, List<OutgoingMessage> messages)
      throws SQLException {
    PreparedStatement insert = connection.prepareStatement(INSERT);
    insert.setArray(1, connection.createArrayOf("uuid", column(messages, OutgoingMessage::id)));
    insert.setArray(2, connection.createArrayOf("text", column(messages, OutgoingMessage::topic)));
    insert.setArray(3, connection.createArrayOf("text", column(messages, OutgoingMessage::key)));
    insert.setArray(4, connection.createArrayOf("text", column(messages, OutgoingMessage::type)));
    insert.setArray(
        5, connection.createArrayOf("smallint", column(messages, OutgoingMessage::schemaVersion)));
    insert.setArray(6, connection.createArrayOf("text", column(messages, this::headers)));
    insert.setArray(
        7,
        connection.createArrayOf(
            "bytea", messages.stream().map(m -> json.write(m.payload())).toArray(byte[][]::new)));
    return insert;
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

  private static Object[] column(
      List<OutgoingMessage> messages, Function<OutgoingMessage, Object> value) {
    return messages.stream().map(value).toArray();
  }
}
