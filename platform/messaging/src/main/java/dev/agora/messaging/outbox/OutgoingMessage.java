package dev.agora.messaging.outbox;

import java.util.Map;
import java.util.UUID;

/**
 * A message to publish.
 *
 * @param id a UUIDv7; the key under which receivers remember it
 * @param topic where to
 * @param key the partition key: messages of one key stay in order
 * @param type the wire name, such as {@code ledger.place-hold}, never a Java class
 * @param schemaVersion of the payload, from 1
 * @param headers beyond those that the outbox adds itself (message-id, message-type,
 *     schema-version, source, created-at, traceparent)
 * @param payload a record of the sender's own wire types, written as JSON at once; or the bytes of
 *     JSON already written
 */
public record OutgoingMessage(
    UUID id,
    String topic,
    String key,
    String type,
    int schemaVersion,
    Map<String, String> headers,
    Object payload) {

  public OutgoingMessage {
    headers = Map.copyOf(headers);
    if (schemaVersion < 1) {
      throw new IllegalArgumentException("schema versions start at 1, not " + schemaVersion);
    }
  }
}
