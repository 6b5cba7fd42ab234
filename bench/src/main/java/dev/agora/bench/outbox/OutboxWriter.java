package dev.agora.bench.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;

/** One connection that writes into an outbox as the services do. */
final class OutboxWriter implements AutoCloseable {
  private static final String INSERT =
      """
      INSERT INTO outbox (id, topic, msg_key, msg_type, schema_version, headers, payload)
      VALUES (uuidv7(), ?, ?, 'bench.message', 1, '{}', ?)
      """;

  /** About the size of a command. */
  private static final int PADDING = 300;

  private final Connection connection;
  private final PreparedStatement insert;

  OutboxWriter(Map<String, String> environment) throws SQLException {
    connection =
        DriverManager.getConnection(
            environment.getOrDefault("AGORA_DB_URL", ""),
            environment.get("AGORA_DB_USER"),
            environment.get("AGORA_DB_PASSWORD"));
    connection.setAutoCommit(false);
    insert = connection.prepareStatement(INSERT);
  }

  void write(int number, Sendings sendings) throws SQLException {
    writeAll(number, number + 1, sendings);
  }

  void writeAll(int from, int to, Sendings sendings) throws SQLException {
    for (int number = from; number < to; number++) {
      insert.setString(1, Arrivals.TOPIC);
      insert.setString(2, Integer.toString(number));
      insert.setBytes(3, payload(number));
      insert.addBatch();
    }
    insert.executeBatch();
    for (int number = from; number < to; number++) {
      sendings.committing(number);
    }
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private static byte[] payload(int number) {
    String json = "{\"number\":" + number + ",\"padding\":\"" + "x".repeat(PADDING) + "\"}";
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
