package dev.agora.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.NetworkException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class DeliveryTest {

  private final ScriptedProducer producer = new ScriptedProducer();
  private final List<Duration> pauses = new ArrayList<>();
  private final Delivery delivery =
      new Delivery(
          producer, new RelayProgress(new SimpleMeterRegistry(), Clock.systemUTC()), pauses::add);

  @Test
  void aBatchIsSentOnceWhenKafkaTakesIt() throws InterruptedException {
    delivery.deliver(messages("a", "b", "c"));
    assertThat(producer.sent).containsExactly("a", "b", "c");
    assertThat(pauses).isEmpty();
  }

  @Test
  void theSuffixFromTheFirstUnacknowledgedOnIsSentAgain() throws InterruptedException {
    producer.outcomes.addAll(List.of("ok", "lost", "ok"));
    delivery.deliver(messages("a", "b", "c"));
    assertThat(producer.sent).containsExactly("a", "b", "c", "b", "c");
    assertThat(pauses).containsExactly(Duration.ofMillis(100));
  }

  @Test
  void pausesGrowWhileKafkaIsAway() throws InterruptedException {
    producer.outcomes.addAll(List.of("lost", "lost", "lost"));
    delivery.deliver(messages("a"));
    assertThat(pauses)
        .containsExactly(Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(400));
  }

  @Test
  void whatKafkaWillNeverTakeStopsTheRelay() {
    producer.outcomes.addAll(List.of("ok", "too large"));
    assertThatThrownBy(() -> delivery.deliver(messages("a", "b", "c")))
        .isInstanceOf(IllegalStateException.class)
        .hasCauseInstanceOf(RecordTooLargeException.class);
  }

  private static List<ProducerRecord<byte[], byte[]>> messages(String... names) {
    List<ProducerRecord<byte[], byte[]>> messages = new ArrayList<>();
    for (String name : names) {
      messages.add(new ProducerRecord<>("t", name.getBytes(StandardCharsets.UTF_8)));
    }
    return messages;
  }

  /** Answers each send as told, and with success once nothing more is told. */
  private static final class ScriptedProducer extends MockProducer<byte[], byte[]> {

    private final Deque<String> outcomes = new ArrayDeque<>();
    private final List<String> sent = new ArrayList<>();

    ScriptedProducer() {
      super(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> message) {
      sent.add(new String(message.value(), StandardCharsets.UTF_8));
      String outcome = outcomes.isEmpty() ? "ok" : outcomes.removeFirst();
      return switch (outcome) {
        case "lost" -> CompletableFuture.failedFuture(new NetworkException("gone"));
        case "too large" -> CompletableFuture.failedFuture(new RecordTooLargeException("big"));
        default ->
            CompletableFuture.completedFuture(
                new RecordMetadata(new TopicPartition("t", 0), 0, 0, 0, 0, 0));
      };
    }
  }
}
