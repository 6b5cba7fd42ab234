package dev.agora.support;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the services around the one under test: reads a topic from now on, remembers what
 * it reads, answers commands as the test says, and publishes events.
 */
public final class ScriptedParticipant implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(50);
  private static final List<String> REPEATED =
      List.of("correlation-id", "saga-id", "saga-type", "saga-step");

  /**
   * A message that was read.
   *
   * @param type the wire name
   * @param headers all, as text
   */
  public record Received(String type, String key, String json, Map<String, String> headers) {
    /** Checks and copies. */
    public Received {
      headers = Map.copyOf(headers);
    }
  }

  /**
   * What to reply to a command.
   *
   * @param refusalCode null for a success
   */
  public record Answer(@Nullable String refusalCode, String json) {

    /** A success with that payload. */
    public static Answer success(String json) {
      return new Answer(null, json);
    }

    /** A refusal with that payload. */
    public static Answer refusal(String code, String json) {
      return new Answer(code, json);
    }
  }

  private final KafkaConsumer<String, String> consumer;
  private final KafkaProducer<String, String> producer;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final Map<String, Function<Received, Optional<Answer>>> answers =
      new ConcurrentHashMap<>();
  private final Thread reader;

  private ScriptedParticipant(String topic) {
    consumer = new KafkaConsumer<>(settings(), new StringDeserializer(), new StringDeserializer());
    producer = new KafkaProducer<>(settings(), new StringSerializer(), new StringSerializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    // Seeking is lazy: asking for the positions makes "from now on" true before this returns.
    partitions.forEach(consumer::position);
    reader = Thread.ofPlatform().daemon().name("scripted-" + topic).unstarted(this::read);
  }

  /** Starts to read that topic. */
  public static ScriptedParticipant on(String topic) {
    ScriptedParticipant participant = new ScriptedParticipant(topic);
    participant.reader.start();
    return participant;
  }

  /** Answers every command of that type so, from now on; an empty answer is silence. */
  public ScriptedParticipant answering(String type, Function<Received, Optional<Answer>> answer) {
    answers.put(type, answer);
    return this;
  }

  /** What was read of that type with that key, oldest first, repetitions included. */
  public List<Received> received(String type, String key) {
    return received.stream()
        .filter(message -> message.type().equals(type) && message.key().equals(key))
        .toList();
  }

  /** Publishes an event as another service would. */
  public void publish(String topic, String key, String type, String json) {
    send(topic, key, type, json, Map.of());
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
    Map<String, String> headers = new HashMap<>();
    for (Header header : message.headers()) {
      headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
    }
    String type = headers.getOrDefault("message-type", "");
    Received command = new Received(type, message.key(), message.value(), headers);
    received.add(command);
    Optional.ofNullable(answers.get(type))
        .flatMap(answer -> answer.apply(command))
        .ifPresent(answer -> reply(command, answer));
  }

  private void reply(Received command, Answer answer) {
    Map<String, String> headers = new HashMap<>();
    for (String name : REPEATED) {
      headers.put(name, command.headers().getOrDefault(name, ""));
    }
    headers.put("in-reply-to", command.headers().getOrDefault("command-id", ""));
    headers.put("outcome", answer.refusalCode() == null ? "success" : "refusal");
    if (answer.refusalCode() != null) {
      headers.put("error-code", answer.refusalCode());
    }
    send(
        command.headers().getOrDefault("reply-topic", ""),
        command.headers().getOrDefault("saga-id", command.key()),
        "reply",
        answer.json(),
        headers);
  }

  private void send(
      String topic, String key, String type, String json, Map<String, String> headers) {
    ProducerRecord<String, String> message = new ProducerRecord<>(topic, key, json);
    Map<String, String> all = new HashMap<>(headers);
    all.put("message-id", UUID.randomUUID().toString());
    all.put("message-type", type);
    all.put("schema-version", "1");
    all.put("source", "scripted");
    all.put("created-at", Instant.now().toString());
    all.forEach(
        (name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    var _ = producer.send(message);
    producer.flush();
  }

  private static Properties settings() {
    Properties settings = new Properties();
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, Parts.kafka());
    return settings;
  }
}
