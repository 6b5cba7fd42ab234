package dev.agora.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.agora.local.infrastructure.FreePort;
import dev.agora.local.infrastructure.KafkaBroker;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/** While no broker answers, a consumer leaves the processor to what needs no Kafka (ADR 0098). */
class KafkaOutageIT {

  private static final String TOPIC = "outage.events.v1";
  private static final Duration LOOK = Duration.ofSeconds(3);
  private static final Duration SOON = Duration.ofSeconds(60);

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final AtomicBoolean over = new AtomicBoolean();

  @Test
  void aConsumerDoesNotSpinWhileKafkaIsDead(@TempDir Path folder) throws Exception {
    try (KafkaBroker broker = KafkaBroker.at(folder, FreePort.next(), FreePort.next()).start()) {
      makeTopic(broker.bootstrapServers());
      try (KafkaConsumer<byte[], byte[]> consumer =
          new KafkaConsumer<>(settings(broker.bootstrapServers()).consumer("outage"))) {
        consumer.subscribe(List.of(TOPIC));
        AtomicBoolean assigned = new AtomicBoolean();
        Thread polling = Thread.ofPlatform().name("polling").start(() -> poll(consumer, assigned));
        try {
          await().atMost(SOON).untilTrue(assigned);
          broker.kill();
          // What happens once, when the connection breaks, is not looked at.
          await().pollDelay(LOOK).until(() -> true);
          long before = processorMillis();
          await().pollDelay(LOOK).until(() -> true);

          assertThat(processorMillis() - before)
              .as("milliseconds of processor in %d s", LOOK.toSeconds())
              .isLessThan(LOOK.toMillis() / 4);
        } finally {
          over.set(true);
          polling.join();
        }
      }
    }
  }

  private void poll(KafkaConsumer<byte[], byte[]> consumer, AtomicBoolean assigned) {
    while (!over.get()) {
      consumer.poll(Duration.ofMillis(500));
      assigned.set(!consumer.assignment().isEmpty());
    }
  }

  /** Of the consumer's own thread and of the one that polls it. */
  private long processorMillis() {
    return LongStream.of(threads.getAllThreadIds())
            .filter(this::isTheConsumers)
            .map(threads::getThreadCpuTime)
            .sum()
        / 1_000_000;
  }

  private boolean isTheConsumers(long id) {
    var thread = threads.getThreadInfo(id);
    return thread != null
        && (thread.getThreadName().equals("polling")
            || thread.getThreadName().startsWith("consumer_background_thread"));
  }

  private static KafkaSettings settings(String servers) {
    return new KafkaSettings(
        new KafkaProperties(),
        new KafkaConnectionDetails() {
          @Override
          public List<String> getBootstrapServers() {
            return List.of(servers);
          }
        });
  }

  private static void makeTopic(String servers) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
    }
  }
}
