package dev.agora.crash.storm;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the ledger as sagas do: the same command again and again until it is answered. */
final class LedgerOverKafka implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String REPLIES = "billing.saga-replies.v1";
  private static final int RESENT_AFTER_SECONDS = 5;
  private static final int SENT_AT_MOST = 80;

  private final KafkaProducer<String, String> producer;
  private final Thread reader;
  private final Map<String, CompletableFuture<Reply>> replies = new ConcurrentHashMap<>();
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();
  private final AtomicInteger resent = new AtomicInteger();
  private volatile boolean open = true;

  /** How a command ended. */
  record Reply(String outcome, String code, JsonNode payload) {

    boolean isDone() {
      return outcome.equals("success");
    }
  }

  /** A command; its key makes two of them the same. */
  record Command(String key, String type, String agent, Map<String, ?> payload, String undoes) {

    Command(String key, String type, String agent, Map<String, ?> payload) {
      this(key, type, agent, payload, "");
    }

    UUID id() {
      return idOf(key);
    }

    private static UUID idOf(String key) {
      return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    }
  }

  LedgerOverKafka(String bootstrapServers) {
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "linger.ms", "2"),
            new StringSerializer(),
            new StringSerializer());
    KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new StringDeserializer(),
            new StringDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(REPLIES).stream()
            .map(partition -> new TopicPartition(REPLIES, partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
    reader =
        Thread.ofPlatform()
            .start(
                () -> {
                  try (consumer) {
                    while (open) {
                      consumer.poll(Duration.ofMillis(100)).forEach(this::received);
                    }
                  }
                });
  }

  /** Replies that differ from an earlier one to the same command. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  /** How many commands were sent again for want of a reply. */
  int resent() {
    return resent.get();
  }

  void tell(String topic, Command message) {
    send(topic, message);
  }

  Reply ask(Command command, Operation.Trouble trouble) {
    CompletableFuture<Reply> reply =
        replies.computeIfAbsent(command.id().toString(), id -> new CompletableFuture<>());
    int times = trouble == Operation.Trouble.NONE ? 1 : 3;
    for (int time = 1; time < times; time++) {
      send("ledger.commands.v1", command);
    }
    for (int attempt = 0; attempt < SENT_AT_MOST; attempt++) {
      send("ledger.commands.v1", command);
      try {
        return reply.get(RESENT_AFTER_SECONDS, TimeUnit.SECONDS);
      } catch (TimeoutException lost) {
        resent.incrementAndGet();
      } catch (ExecutionException failed) {
        throw new IllegalStateException(failed);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(interrupted);
      }
    }
    throw new IllegalStateException("no reply to " + command);
  }

  private void received(ConsumerRecord<String, String> message) {
    String id = header(message, "in-reply-to");
    Reply reply =
        new Reply(
            header(message, "outcome"),
            header(message, "error-code"),
            JSON.readTree(message.value()));
    CompletableFuture<Reply> awaited =
        replies.computeIfAbsent(id, any -> new CompletableFuture<>());
    if (!awaited.complete(reply) && !awaited.join().equals(reply)) {
      faults.add("a command got the replies " + awaited.join() + " and " + reply);
    }
  }

  private void send(String topic, Command command) {
    ProducerRecord<String, String> message =
        new ProducerRecord<>(topic, command.agent(), JSON.writeValueAsString(command.payload()));
    String id = command.id().toString();
    header(message, "message-id", id);
    header(message, "message-type", command.type());
    header(message, "schema-version", "1");
    header(message, "source", "storm");
    header(message, "created-at", "2020-01-01T00:00:00Z");
    header(message, "command-id", id);
    header(message, "saga-id", id);
    header(message, "attempt", "1");
    header(message, "reply-topic", REPLIES);
    if (!command.undoes().isEmpty()) {
      header(message, "undoes", Command.idOf(command.undoes()).toString());
    }
    var _ =
        producer.send(
            message,
            (sent, failure) -> {
              if (failure != null) {
                faults.add(command + " was not sent: " + failure);
              }
            });
  }

  @Override
  public void close() {
    open = false;
    await().until(() -> !reader.isAlive());
    producer.close();
  }

  private static void header(ProducerRecord<String, String> message, String name, String value) {
    message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static String header(ConsumerRecord<String, String> message, String name) {
    Header header = message.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }
}
