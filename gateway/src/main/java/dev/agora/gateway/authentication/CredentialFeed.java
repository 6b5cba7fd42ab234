package dev.agora.gateway.authentication;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the {@link CredentialTable} equal to the compacted topic, on a thread of its own. Belongs
 * to no consumer group: every gateway reads everything from the beginning.
 */
final class CredentialFeed implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(CredentialFeed.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration CHECK_EVERY = Duration.ofSeconds(1);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);
  private static final Duration RETRY_AFTER = Duration.ofMillis(500);

  private final CredentialProperties properties;
  private final CredentialTable table;
  private final JsonMapper json;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile @Nullable Thread thread;
  private volatile @Nullable Consumer<String, byte[]> consumer;

  CredentialFeed(CredentialProperties properties, CredentialTable table, JsonMapper json) {
    this.properties = properties;
    this.table = table;
    this.json = json;
  }

  @Override
  public void start() {
    Thread started = Thread.ofPlatform().daemon().name("credential-feed").unstarted(this::run);
    thread = started;
    started.start();
  }

  @Override
  public void stop() {
    stopped.countDown();
    Consumer<String, byte[]> current = consumer;
    if (current != null) {
      current.wakeup();
    }
    thread = null;
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private void run() {
    while (!isStopped(Duration.ZERO)) {
      try (Consumer<String, byte[]> opened =
          new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
        consumer = opened;
        follow(opened);
      } catch (WakeupException stopping) {
        return;
      } catch (KafkaException error) {
        log.warn("credentials can not be read, trying again: {}", error.toString());
        if (isStopped(RETRY_AFTER)) {
          return;
        }
      }
    }
  }

  private void follow(Consumer<String, byte[]> opened) {
    List<TopicPartition> partitions = partitions(opened);
    if (partitions.isEmpty()) {
      isStopped(RETRY_AFTER);
      return;
    }
    opened.assign(partitions);
    opened.seekToBeginning(partitions);
    long checkAt = 0;
    while (!isStopped(Duration.ZERO)) {
      opened.poll(POLL).forEach(this::take);
      if (System.nanoTime() - checkAt > CHECK_EVERY.toNanos() || !table.isComplete()) {
        checkAt = System.nanoTime();
        check(opened, partitions);
      }
    }
  }

  private List<TopicPartition> partitions(Consumer<String, byte[]> opened) {
    return opened.partitionsFor(properties.topic(), ANSWER_WITHIN).stream()
        .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
        .toList();
  }

  /** Asks the broker where the topic ends, which also proves that the broker can be reached. */
  private void check(Consumer<String, byte[]> opened, List<TopicPartition> partitions) {
    Map<TopicPartition, Long> ends = opened.endOffsets(partitions, ANSWER_WITHIN);
    boolean reached =
        ends.entrySet().stream()
            .allMatch(end -> opened.position(end.getKey(), ANSWER_WITHIN) >= end.getValue());
    if (reached) {
      if (!table.isComplete()) {
        log.info("{} credentials known", table.size());
      }
      table.caughtUp();
    }
    table.forgetExpired();
  }

  private void take(ConsumerRecord<String, byte[]> message) {
    if (message.value() == null || !isCredentialChanged(message)) {
      return;
    }
    try {
      json.readValue(message.value(), CredentialChanged.class)
          .toCredential()
          .ifPresent(table::apply);
    } catch (JacksonException | IllegalArgumentException unreadable) {
      // One bad message must not keep all others from being known.
      log.error("message at offset {} of {} is unreadable", message.offset(), message.topic());
    }
  }

  private static boolean isCredentialChanged(ConsumerRecord<String, byte[]> message) {
    Header type = message.headers().lastHeader("message-type");
    return type == null
        || CredentialChanged.TYPE.equals(new String(type.value(), StandardCharsets.UTF_8));
  }

  private boolean isStopped(Duration waiting) {
    try {
      return stopped.await(waiting.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private Map<String, Object> settings() {
    Map<String, Object> all = new HashMap<>(properties.kafka());
    all.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, properties.bootstrapServers());
    all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    all.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 500);
    all.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1000);
    all.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5000);
    all.put(ConsumerConfig.CLIENT_ID_CONFIG, "gateway-credentials");
    return all;
  }
}
