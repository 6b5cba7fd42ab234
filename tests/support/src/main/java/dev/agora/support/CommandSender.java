package dev.agora.support;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
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
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends commands to a service as a saga does, and hears its answers and events from now on.
 * Thread-safe.
 */
public final class CommandSender implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String REPLIES = "billing.saga-replies.v1";
  private static final Duration POLL = Duration.ofMillis(100);
  private static final int PATIENCE_SECONDS = 60;

  private final String commands;
  private final KafkaProducer<String, String> producer;
  private final KafkaConsumer<String, String> consumer;
  private final Map<String, Heard> heard = new ConcurrentHashMap<>();
  private final Queue<String> events = new ConcurrentLinkedQueue<>();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final Thread reader;

  /** How a command ended: {@code success}, or {@code refusal} with its code. */
  public record Answer(String outcome, String code, JsonNode payload) {

    /** Whether it had its effect. */
    public boolean isDone() {
      return outcome.equals("success");
    }
  }

  private record Heard(CompletableFuture<Answer> first, Queue<Answer> all) {

    static Heard nothing() {
      return new Heard(new CompletableFuture<>(), new ConcurrentLinkedQueue<>());
    }
  }

  private CommandSender(String bootstrapServers, String commands, List<String> heardTopics) {
    this.commands = commands;
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "linger.ms", "2"),
            new StringSerializer(),
            new StringSerializer());
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new StringDeserializer(),
            new StringDeserializer());
    List<TopicPartition> partitions =
        heardTopics.stream().flatMap(topic -> partitionsOf(topic).stream()).toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    // Seeking is lazy: asking for the positions makes "from now on" true before this returns.
    partitions.forEach(consumer::position);
    reader = Thread.ofPlatform().daemon().name("replies to " + commands).unstarted(this::read);
  }

  /**
   * Starts to listen.
   *
   * @param commands the topic of the service's commands
   * @param events topics whose messages are kept, too
   */
  public static CommandSender to(String bootstrapServers, String commands, String... events) {
    List<String> topics = Stream.concat(Stream.of(REPLIES), Arrays.stream(events)).toList();
    CommandSender sender = new CommandSender(bootstrapServers, commands, topics);
    sender.reader.start();
    return sender;
  }

  /** Sends a new command and waits for its answer. */
  public Answer ask(String type, String key, Object payload) {
    return ask(UUID.randomUUID(), type, key, payload, Map.of());
  }

  /**
   * Sends a command and waits for the first answer to it.
   *
   * @throws IllegalStateException if there is none within a minute
   */
  public Answer ask(UUID id, String type, String key, Object payload, Map<String, String> headers) {
    command(id, type, key, payload, headers);
    try {
      return answer(id).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException none) {
      throw new IllegalStateException("no answer to " + type + " " + payload, none);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** Sends a command without waiting; the same id and content make it the same command. */
  public void command(
      UUID id, String type, String key, Object payload, Map<String, String> headers) {
    send(commands, id, type, key, payload, headers);
  }

  /**
   * Sends a message to any topic without waiting.
   *
   * @param headers more than, or instead of, those that every command has
   */
  public void send(
      String topic, UUID id, String type, String key, Object payload, Map<String, String> headers) {
    Map<String, String> all = new HashMap<>();
    all.put("message-id", id.toString());
    all.put("message-type", type);
    all.put("schema-version", "1");
    all.put("source", "test");
    all.put("created-at", "2020-01-01T00:00:00Z");
    all.put("command-id", id.toString());
    all.put("saga-id", id.toString());
    all.put("attempt", "1");
    all.put("reply-topic", REPLIES);
    all.putAll(headers);
    ProducerRecord<String, String> message =
        new ProducerRecord<>(topic, key, JSON.writeValueAsString(payload));
    all.forEach(
        (name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    var _ =
        producer.send(
            message,
            (sent, failure) -> {
              if (failure != null) {
                failures.add(type + " " + id + " was not sent: " + failure);
              }
            });
  }

  /** The first answer to that command, once there is one. */
  public CompletableFuture<Answer> answer(UUID id) {
    return of(id.toString()).first();
  }

  /** All answers to that command so far. */
  public List<Answer> answers(UUID id) {
    return List.copyOf(of(id.toString()).all());
  }

  /** What the other topics brought so far. */
  public List<String> events() {
    return List.copyOf(events);
  }

  /** What Kafka did not take. */
  public List<String> failures() {
    return List.copyOf(failures);
  }

  /** Commands that got different answers. */
  public List<String> contradictions() {
    return heard.entrySet().stream()
        .filter(one -> one.getValue().all().stream().distinct().count() > 1)
        .map(one -> "command " + one.getKey() + " was answered " + one.getValue().all())
        .toList();
  }

  @Override
  public void close() {
    consumer.wakeup();
    try {
      reader.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    producer.close();
  }

  private List<TopicPartition> partitionsOf(String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(partition -> new TopicPartition(topic, partition.partition()))
        .toList();
  }

  private void read() {
    try (consumer) {
      while (true) {
        consumer.poll(POLL).forEach(this::take);
      }
    } catch (WakeupException closing) {
      // The end.
    }
  }

  private void take(ConsumerRecord<String, String> message) {
    if (!message.topic().equals(REPLIES)) {
      events.add(message.value());
      return;
    }
    Answer answer =
        new Answer(
            header(message, "outcome"),
            header(message, "error-code"),
            JSON.readTree(message.value()));
    Heard one = of(header(message, "in-reply-to"));
    one.all().add(answer);
    one.first().complete(answer);
  }

  private Heard of(String id) {
    return heard.computeIfAbsent(id, any -> Heard.nothing());
  }

  private static String header(ConsumerRecord<String, String> message, String name) {
    Header header = message.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }
}
