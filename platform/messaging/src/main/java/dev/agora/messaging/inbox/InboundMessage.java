package dev.agora.messaging.inbox;

import dev.agora.messaging.MessageHeaders;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** A message as it arrived: its envelope read, its payload still bytes. */
final class InboundMessage {

  private final MessageContext context;
  private final byte[] payload;

  private InboundMessage(MessageContext context, byte[] payload) {
    this.context = context;
    this.payload = payload;
  }

  /**
   * Reads the envelope.
   *
   * @throws UndecodableMessageException if something of it is missing or malformed
   */
  static InboundMessage of(ConsumerRecord<byte[], byte[]> message) {
    Map<String, String> headers = new HashMap<>();
    for (Header header : message.headers()) {
      if (header.value() != null) {
        headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
      }
    }
    if (message.key() == null || message.value() == null) {
      throw new UndecodableMessageException("a message needs a key and a payload", null);
    }
    try {
      if (Integer.parseInt(required(headers, MessageHeaders.SCHEMA_VERSION)) < 1) {
        throw new UndecodableMessageException("schema versions start at 1", null);
      }
      return new InboundMessage(
          new MessageContext(
              UUID.fromString(required(headers, MessageHeaders.MESSAGE_ID)),
              required(headers, MessageHeaders.MESSAGE_TYPE),
              new String(message.key(), StandardCharsets.UTF_8),
              Instant.parse(required(headers, MessageHeaders.CREATED_AT)),
              Integer.parseInt(headers.getOrDefault(MessageHeaders.ATTEMPT, "1")),
              headers),
          message.value());
    } catch (IllegalArgumentException | DateTimeException malformed) {
      throw new UndecodableMessageException("a header is malformed", malformed);
    }
  }

  MessageContext context() {
    return context;
  }

  byte[] payload() {
    return payload;
  }

  UUID id() {
    return context.messageId();
  }

  /** Where the answer goes; empty if nobody waits for one. */
  Optional<ReplyAddress> replyTo() {
    return Optional.ofNullable(context.headers().get(MessageHeaders.REPLY_TOPIC))
        .map(topic -> ReplyAddress.of(topic, context));
  }

  private static String required(Map<String, String> headers, String name) {
    String value = headers.get(name);
    if (value == null) {
      throw new UndecodableMessageException("no header " + name, null);
    }
    return value;
  }
}
