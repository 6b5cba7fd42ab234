package dev.agora.messaging.inbox;

import dev.agora.messaging.WireJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The messages that arrived, as a table of the service's own database. */
final class JdbcInbox {

  private static final String COLUMNS =
      "SELECT consumer, message_id, state, reply_to, reply_id, reply_code, reply_payload"
          + " FROM inbox WHERE message_id = :id";

  private final JdbcClient jdbc;
  private final WireJson json;

  JdbcInbox(JdbcClient jdbc, WireJson json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * Remembers a message.
   *
   * @return false if it was there before; waits for a transaction that remembers it just now
   */
  boolean remember(
      String consumer, UUID messageId, InboxState state, Optional<ReplyAddress> replyTo) {
    // A failed insert would abort the transaction, so a known message must not fail.
    return jdbc.sql(
                """
                INSERT INTO inbox (message_id, consumer, state, reply_to)
                VALUES (:id, :consumer, :state, :replyTo::jsonb) ON CONFLICT DO NOTHING
                """)
            .param("id", messageId)
            .param("consumer", consumer)
            .param("state", state.name())
            .param("replyTo", replyTo.map(json::writeText).orElse(null))
            .update()
        == 1;
  }

  /** Finds a message and locks it until the transaction ends. */
  Optional<InboxEntry> lock(String consumer, UUID messageId) {
    return jdbc.sql(COLUMNS + " AND consumer = :consumer FOR UPDATE")
        .param("id", messageId)
        .param("consumer", consumer)
        .query((row, _) -> entry(row))
        .optional();
  }

  /** Finds a command, whichever consumer took it, and locks it until the transaction ends. */
  Optional<InboxEntry> lockCommand(UUID commandId) {
    return jdbc.sql(COLUMNS + " AND state <> 'HANDLED' FOR UPDATE")
        .param("id", commandId)
        .query((row, _) -> entry(row))
        .optional();
  }

  void move(String consumer, UUID messageId, InboxState state) {
    jdbc.sql("UPDATE inbox SET state = :state WHERE message_id = :id AND consumer = :consumer")
        .param("state", state.name())
        .param("id", messageId)
        .param("consumer", consumer)
        .update();
  }

  void answer(String consumer, UUID messageId, InboxState state, StoredReply reply) {
    jdbc.sql(
            """
            UPDATE inbox
            SET state = :state, reply_id = :replyId, reply_code = :code, reply_payload = :payload
            WHERE message_id = :id AND consumer = :consumer
            """)
        .param("state", state.name())
        .param("replyId", reply.id())
        .param("code", reply.refusalCode())
        .param("payload", reply.payload())
        .param("id", messageId)
        .param("consumer", consumer)
        .update();
  }

  private InboxEntry entry(ResultSet row) throws SQLException {
    String replyTo = row.getString("reply_to");
    return new InboxEntry(
        row.getString("consumer"),
        row.getObject("message_id", UUID.class),
        InboxState.valueOf(row.getString("state")),
        Optional.ofNullable(replyTo).map(text -> json.readText(text, ReplyAddress.class)),
        reply(row));
  }

  private static @Nullable StoredReply reply(ResultSet row) throws SQLException {
    UUID id = row.getObject("reply_id", UUID.class);
    return id == null
        ? null
        : new StoredReply(id, row.getString("reply_code"), row.getString("reply_payload"));
  }
}
