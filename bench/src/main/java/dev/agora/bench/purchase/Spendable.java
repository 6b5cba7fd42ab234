package dev.agora.bench.purchase;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * When each purchase's credits were told to be spendable: the ledger's event of their posting,
 * which leaves after the commit that made them so. One clock, that of this JVM.
 */
final class Spendable implements AutoCloseable {
  private static final String TOPIC = "ledger.events.v1";
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration START = Duration.ofSeconds(30);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Thread thread;
  private final CountDownLatch listening = new CountDownLatch(1);
  private final ConcurrentMap<String, Waiting> waiting = new ConcurrentHashMap<>();
  private volatile boolean closed;

  private record Waiting(CountDownLatch arrived, long[] at) {}

  Spendable(String bootstrapServers) throws InterruptedException {
    thread = Thread.ofPlatform().name("spendable").start(() -> consume(bootstrapServers));
    if (!listening.await(START.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("the consumer has no partitions after " + START);
    }
  }

  /** Remembers the purchase; call before it is paid. */
  void expect(String purchase) {
    waiting.put(purchase, new Waiting(new CountDownLatch(1), new long[1]));
  }

  /** When its credits were told of, by {@link System#nanoTime}. */
  long await(String purchase, Duration patience) throws InterruptedException {
    Waiting one = waiting.get(purchase);
    if (one == null || !one.arrived().await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException(purchase + " has not arrived after " + patience);
    }
    waiting.remove(purchase);
    return one.at()[0];
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
            200);
    try (Consumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(TOPIC).stream()
              .map(partition -> new TopicPartition(TOPIC, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToEnd(partitions);
      partitions.forEach(consumer::position);
      listening.countDown();
      while (!closed) {
        for (ConsumerRecord<String, String> record : consumer.poll(POLL)) {
          arrived(record.value(), System.nanoTime());
        }
      }
    }
  }

  private void arrived(String message, long now) {
    for (JsonNode transaction : JSON.readTree(message).path("transactions")) {
      Waiting one = waiting.get(transaction.path("reference").asString(""));
      if (one != null && one.arrived().getCount() > 0) {
        one.at()[0] = now;
        one.arrived().countDown();
      }
    }
  }
}
