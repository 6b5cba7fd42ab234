package dev.agora.ledger;

import static org.awaitility.Awaitility.await;

import dev.agora.ledger.account.AgentId;
import dev.agora.support.Parts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends commands to the ledger as a saga does, and reads its answers and events. */
final class Commands implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String REPLIES = "billing.saga-replies.v1";
  private static final String EVENTS = "ledger.events.v1";

  private final KafkaProducer<String, String> producer =
      new KafkaProducer<>(
          Map.of("bootstrap.servers", Parts.kafka()),
          new StringSerializer(),
          new StringSerializer());
  private final Queue<ConsumerRecord<String, String>> received = new ConcurrentLinkedQueue<>();
  private final Thread reader;
  private volatile boolean open = true;

  /** An answer to a command. */
  record Answer(String outcome, String code, JsonNode payload) {}

  Commands() {
    KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                Parts.kafka(),
                "group.id",
                "test-" + UUID.randomUUID(),
                "auto.offset.reset",
                "earliest"),
            new StringDeserializer(),
            new StringDeserializer());
    consumer.subscribe(List.of(REPLIES, EVENTS));
    reader =
        Thread.ofPlatform()
            .start(
                () -> {
                  try (consumer) {
                    while (open) {
                      consumer.poll(Duration.ofMillis(100)).forEach(received::add);
                    }
                  }
                });
  }

  /** Sends a new command and waits for its answer. */
  Answer ask(String type, String key, Object payload) {
    return ask(UUID.randomUUID(), type, key, payload, Map.of());
  }

  Answer ask(UUID id, String type, String key, Object payload, Map<String, String> headers) {
    send("ledger.commands.v1", id, type, key, payload, headers);
    return answerTo(id);
  }

  void send(
      String topic, UUID id, String type, String key, Object payload, Map<String, String> headers) {
    ProducerRecord<String, String> message =
        new ProducerRecord<>(topic, key, JSON.writeValueAsString(payload));
    header(message, "message-id", id.toString());
    header(message, "message-type", type);
    header(message, "schema-version", "1");
    header(message, "source", "test");
    header(message, "created-at", "2020-01-01T00:00:00Z");
    header(message, "command-id", id.toString());
    header(message, "saga-id", id.toString());
    header(message, "attempt", "1");
    header(message, "reply-topic", REPLIES);
    headers.forEach((name, value) -> header(message, name, value));
    Future<RecordMetadata> sent = producer.send(message);
    producer.flush();
    await().until(sent::isDone);
  }

  Answer answerTo(UUID id) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> answers(id), answers -> !answers.isEmpty())
        .getFirst();
  }

  List<Answer> answers(UUID id) {
    return received.stream()
        .filter(message -> message.topic().equals(REPLIES))
        .filter(message -> id.toString().equals(header(message, "in-reply-to")))
        .map(
            message ->
                new Answer(
                    header(message, "outcome"),
                    header(message, "error-code"),
                    JSON.readTree(message.value())))
        .toList();
  }

  List<String> events() {
    return received.stream()
        .filter(message -> message.topic().equals(EVENTS))
        .map(ConsumerRecord::value)
        .toList();
  }

  /** The content of a command about that agent. */
  static Map<String, Object> of(AgentId agent, String... namesAndValues) {
    Map<String, Object> command = new HashMap<>(Map.of("agentId", agent.value()));
    for (int index = 0; index < namesAndValues.length; index += 2) {
      command.put(namesAndValues[index], namesAndValues[index + 1]);
    }
    return command;
  }

  @Override
  public void close() {
    open = false;
    await().until(() -> !reader.isAlive());
    producer.close();
  }

  private static void header(ProducerRecord<String, String> message, String name, String value) {
    message.headers().remove(name);
    message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static String header(ConsumerRecord<String, String> message, String name) {
    Header header = message.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }
}
