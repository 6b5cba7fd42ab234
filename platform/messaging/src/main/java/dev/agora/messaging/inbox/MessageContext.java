package dev.agora.messaging.inbox;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * The envelope of a message being handled.
 *
 * @param messageId the message's id; of a command the command's id, the same over all its
 *     repetitions and so fit for a business key or a Stripe idempotency key
 * @param type the wire name
 * @param key the partition key
 * @param createdAt when the sender's transaction wrote it
 * @param attempt of a command, from 1; 1 for events
 * @param headers all of them
 */
public record MessageContext(
    UUID messageId,
    String type,
    String key,
    Instant createdAt,
    int attempt,
    Map<String, String> headers) {

  public MessageContext {
    headers = Map.copyOf(headers);
  }
}
