package dev.agora.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agora.messaging.MessageHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InboundMessageTest {

  private static final Map<String, String> COMMAND =
      Map.of(
          MessageHeaders.MESSAGE_ID, "01939c5e-7a4b-7c3d-8e9f-0a1b2c3d4e5f",
          MessageHeaders.MESSAGE_TYPE, "shop.reserve",
          MessageHeaders.SCHEMA_VERSION, "1",
          MessageHeaders.CREATED_AT, "2026-11-22T09:30:00.123456Z",
          MessageHeaders.ATTEMPT, "2",
          MessageHeaders.REPLY_TOPIC, "orders.saga-replies.v1",
          MessageHeaders.SAGA_ID, "saga-1");

  private static InboundMessage read(Map<String, String> headers) {
    ConsumerRecord<byte[], byte[]> message =
        new ConsumerRecord<>("t", 0, 0, bytes("key-1"), bytes("{}"));
    headers.forEach((name, value) -> message.headers().add(name, bytes(value)));
    return InboundMessage.of(message);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void theEnvelopeIsInTheHeaders() {
    MessageContext context = read(COMMAND).context();
    assertThat(context.type()).isEqualTo("shop.reserve");
    assertThat(context.key()).isEqualTo("key-1");
    assertThat(context.attempt()).isEqualTo(2);
    assertThat(context.createdAt()).isEqualTo(Instant.parse("2026-11-22T09:30:00.123456Z"));
    assertThat(read(COMMAND).replyTo())
        .contains(
            new ReplyAddress(
                "orders.saga-replies.v1", "saga-1", Map.of(MessageHeaders.SAGA_ID, "saga-1")));
  }

  @ParameterizedTest
  @CsvSource({
    "message-id, not-a-uuid",
    "message-id,",
    "message-type,",
    "schema-version, 0",
    "schema-version, one",
    "schema-version,",
    "created-at, yesterday",
    "attempt, twice"
  })
  void whatCannotBeReadIsUndecodable(String header, String value) {
    Map<String, String> headers = new HashMap<>(COMMAND);
    headers.remove(header);
    if (value != null) {
      headers.put(header, value);
    }
    assertThatThrownBy(() -> read(headers)).isInstanceOf(UndecodableMessageException.class);
  }

  @Test
  void aMessageWithoutPayloadIsUndecodable() {
    ConsumerRecord<byte[], byte[]> tombstone =
        new ConsumerRecord<>("t", 0, 0, bytes("key-1"), null);
    assertThatThrownBy(() -> InboundMessage.of(tombstone))
        .isInstanceOf(UndecodableMessageException.class);
  }
}
