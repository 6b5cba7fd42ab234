package dev.agora.bench.outbox;

import dev.agora.local.infrastructure.Topic;
import dev.agora.local.infrastructure.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Consumes the benchmark's topic; its keys are the numbers of the messages. */
final class Arrivals implements AutoCloseable {
  static final String TOPIC = "bench.outbox";
  private static final int PARTITIONS = 3;
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration START = Duration.ofSeconds(30);

  private final Thread thread;
  private final CountDownLatch listening = new CountDownLatch(1);
  private volatile @Nullable Sendings expected;
  private volatile boolean closed;

  Arrivals(String bootstrapServers) throws InterruptedException {
    Topics.create(
        bootstrapServers,
        List.of(new Topic(TOPIC, PARTITIONS, Duration.ofHours(1), false)),
        PARTITIONS);
    thread = Thread.ofPlatform().name("arrivals").start(() -> consume(bootstrapServers));
    if (!listening.await(START.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("the consumer has no partitions after " + START);
    }
  }

  void expect(Sendings sendings) {
    expected = sendings;
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join(START);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void consume(String bootstrapServers) {
    Map<String, Object> settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
            500);
    List<TopicPartition> partitions =
        List.of(
            new TopicPartition(TOPIC, 0),
            new TopicPartition(TOPIC, 1),
            new TopicPartition(TOPIC, 2));
    try (Consumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(partitions);
      consumer.seekToEnd(partitions);
      partitions.forEach(consumer::position);
      listening.countDown();
      while (!closed) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
          arrived(Integer.parseInt(record.key()));
        }
      }
    }
  }

  private void arrived(int number) {
    Sendings sendings = expected;
    if (sendings != null) {
      sendings.arrived(number);
    }
  }
}
