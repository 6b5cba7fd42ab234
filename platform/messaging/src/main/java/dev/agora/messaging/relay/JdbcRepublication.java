package dev.agora.messaging.relay;

import dev.agora.jdbc.JdbcInstants;
import dev.agora.messaging.WireJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Publishes stored messages once more, after a slot was lost or before the first one was there.
 * Receivers know the ids that they had.
 */
final class JdbcRepublication {

  private static final Logger LOG = LoggerFactory.getLogger(JdbcRepublication.class);
  private static final int AT_ONCE = 500;

  private final JdbcClient jdbc;
  private final WireJson json;

  JdbcRepublication(JdbcClient jdbc, WireJson json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void publish(Instant since, Delivery delivery) throws InterruptedException {
    Page last = new Page(List.of(), since, Long.MIN_VALUE);
    long published = 0;
    do {
      last = after(last);
      delivery.deliver(last.rows().stream().map(OutboxRow::message).toList());
      published += last.rows().size();
    } while (last.rows().size() == AT_ONCE);
    LOG.info("published {} stored messages since {} again", published, since);
  }

  /** Rows, and where the next ones begin. */
  private record Page(List<OutboxRow> rows, Instant createdAt, long seq) {}

  private record Numbered(OutboxRow row, long seq) {}

  private Page after(Page last) {
    List<Numbered> rows =
        jdbc.sql(
                """
                SELECT id, topic, msg_key, msg_type, schema_version, headers, payload, created_at,
                       seq
                FROM outbox WHERE (created_at, seq) > (:createdAt, :seq)
                ORDER BY created_at, seq LIMIT :atOnce
                """)
            .param("createdAt", last.createdAt().atOffset(ZoneOffset.UTC))
            .param("seq", last.seq())
            .param("atOnce", AT_ONCE)
            .query((row, _) -> new Numbered(row(row), row.getLong("seq")))
            .list();
    return rows.isEmpty()
        ? new Page(List.of(), last.createdAt(), last.seq())
        : new Page(
            rows.stream().map(Numbered::row).toList(),
            rows.getLast().row().createdAt(),
            rows.getLast().seq());
  }

  private OutboxRow row(ResultSet row) throws SQLException {
    return new OutboxRow(
        row.getString("id"),
        row.getString("topic"),
        row.getString("msg_key"),
        row.getString("msg_type"),
        row.getInt("schema_version"),
        json.readText(row.getString("headers"), Map.class),
        row.getBytes("payload"),
        JdbcInstants.read(row, "created_at"));
  }
}
