package dev.agora.accounts;

import static org.awaitility.Awaitility.await;

import dev.agora.support.Parts;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/** What the ledger tells, put into Kafka as it does. */
final class LedgerNews {

  private LedgerNews() {}

  static void tell(String type, String key, String payload) {
    ProducerRecord<String, String> message = new ProducerRecord<>("ledger.events.v1", key, payload);
    Map.of(
            "message-id", UUID.randomUUID().toString(),
            "message-type", type,
            "schema-version", "1",
            "source", "test",
            "created-at", "2026-11-22T09:30:00Z")
        .forEach(
            (name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", Parts.kafka()),
            new StringSerializer(),
            new StringSerializer())) {
      Future<RecordMetadata> sent = producer.send(message);
      producer.flush();
      await().until(sent::isDone);
    }
  }
}
