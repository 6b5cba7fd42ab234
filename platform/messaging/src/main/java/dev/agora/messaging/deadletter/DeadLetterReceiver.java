package dev.agora.messaging.deadletter;

import dev.agora.messaging.MessageHeaders;
import dev.agora.messaging.inbox.MessageHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.kafka.support.KafkaHeaders;

/** Stores what arrives on the service's dead letter topics. */
final class DeadLetterReceiver implements MessageListener<byte[], byte[]> {

  private static final String OF_KAFKA = "kafka_";

  private final Map<String, MessageHandlers> consumers;
  private final JdbcDeadLetters letters;
  private final Clock clock;

  DeadLetterReceiver(Stream<MessageHandlers> consumers, JdbcDeadLetters letters, Clock clock) {
    this.consumers =
        consumers.collect(Collectors.toMap(MessageHandlers::deadLetterTopic, Function.identity()));
    this.letters = letters;
    this.clock = clock;
  }

  /** The topics to listen to; none if the service consumes nothing. */
  String[] topics() {
    return consumers.keySet().toArray(String[]::new);
  }

  @Override
  public void onMessage(ConsumerRecord<byte[], byte[]> dead) {
    MessageHandlers consumer = consumers.get(dead.topic());
    if (consumer == null) {
      throw new IllegalStateException("no consumer has the dead letter topic " + dead.topic());
    }
    Map<String, String> headers = new LinkedHashMap<>();
    for (Header header : dead.headers()) {
      if (!header.key().startsWith(OF_KAFKA)) {
        headers.put(header.key(), text(header.value()));
      }
    }
    letters.store(
        new DeadLetter(
            id(dead),
            consumer.topic(),
            consumer.consumer(),
            (int) number(dead, KafkaHeaders.DLT_ORIGINAL_PARTITION),
            number(dead, KafkaHeaders.DLT_ORIGINAL_OFFSET),
            dead.key() == null ? null : text(dead.key()),
            headers.get(MessageHeaders.MESSAGE_TYPE),
            headers,
            null,
            error(dead),
            clock.instant(),
            null,
            null),
        dead.value());
  }

  /** The same for the same record, so that taking it twice stores it once. */
  private static UUID id(ConsumerRecord<?, ?> dead) {
    String place =
        String.join(
            "/",
            dead.topic(),
            Integer.toString(dead.partition()),
            Long.toString(dead.offset()),
            Long.toString(dead.timestamp()));
    return UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8));
  }

  private static String error(ConsumerRecord<?, ?> dead) {
    Header cause = dead.headers().lastHeader(KafkaHeaders.DLT_EXCEPTION_CAUSE_FQCN);
    Header message = dead.headers().lastHeader(KafkaHeaders.DLT_EXCEPTION_MESSAGE);
    return (cause == null ? "unknown" : text(cause.value()))
        + (message == null ? "" : ": " + text(message.value()));
  }

  private static long number(ConsumerRecord<?, ?> dead, String name) {
    Header header = dead.headers().lastHeader(name);
    if (header == null) {
      return -1;
    }
    ByteBuffer value = ByteBuffer.wrap(header.value());
    return value.remaining() == Long.BYTES ? value.getLong() : value.getInt();
  }

  private static String text(byte @Nullable [] value) {
    return value == null ? "" : new String(value, StandardCharsets.UTF_8);
  }
}
