package dev.agora.bench.purchase;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
  private final ConcurrentMap<String, CompletableFuture<Long>> waiting = new ConcurrentHashMap<>();
  private volatile boolean closed;

  Spendable(String bootstrapServers) throws InterruptedException {
    thread = Thread.ofPlatform().name("spendable").start(() -> consume(bootstrapServers));
    if (!listening.await(START.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("the consumer has no partitions after " + START);
    }
  }

  /** Remembers the purchase; call before it is paid. */
  void expect(String purchase) {
    waiting.put(purchase, new CompletableFuture<>());
  }

  /** When its credits were told of, by {@link System#nanoTime}. */
  long await(String purchase, Duration patience) throws InterruptedException {
    CompletableFuture<Long> one = waiting.get(purchase);
    if (one == null) {
      throw new IllegalArgumentException(purchase + " was not expected");
    }
    try {
      long at = one.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      waiting.remove(purchase);
      return at;
    } catch (ExecutionException | TimeoutException late) {
      throw new IllegalStateException(purchase + " has not arrived after " + patience, late);
    }
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
      CompletableFuture<Long> one = waiting.get(transaction.path("reference").asString(""));
      if (one != null) {
        // The first news counts.
        one.complete(now);
      }
    }
  }
}
