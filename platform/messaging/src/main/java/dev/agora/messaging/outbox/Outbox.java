package dev.agora.messaging.outbox;

import dev.agora.jdbc.JdbcScript;
import java.util.Collection;

/**
 * Publishes messages with the current transaction: all of them if it commits, none if not.
 *
 * <p>Every method fails without a transaction. Messages of one key reach Kafka in the order of
 * their commits.
 */
public interface Outbox {

  /** Publishes an event: a fresh id, no further headers. */
  void publish(EventType type, String key, Object payload);

  /** Publishes messages with one statement. */
  void publishAll(Collection<OutgoingMessage> messages);

  /** The same as a statement of a script. */
  void publishAll(JdbcScript script, Collection<OutgoingMessage> messages);
}
