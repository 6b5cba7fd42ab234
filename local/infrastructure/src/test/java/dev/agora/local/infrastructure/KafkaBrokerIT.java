package dev.agora.local.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerIT {
  @TempDir private Path folder;

  @Test
  void keepsWhatWasAcknowledgedThroughAKill() throws Exception {
    try (KafkaBroker broker = KafkaBroker.at(folder, FreePort.next(), FreePort.next()).start()) {
      Topic topic = new Topic("news", 12, Duration.ofDays(1), false);
      Topics.create(broker.bootstrapServers(), List.of(topic), 3);
      Topics.create(broker.bootstrapServers(), List.of(topic), 3);
      try (Producer<String, String> producer = producer(broker)) {
        producer.send(new ProducerRecord<>("news", "a", "first")).get(10, TimeUnit.SECONDS);
        broker.kill();
        broker.start();
        producer.send(new ProducerRecord<>("news", "a", "second")).get(30, TimeUnit.SECONDS);
      }
      assertThat(read(broker)).containsExactly("first", "second");
    }
  }

  private static Producer<String, String> producer(KafkaBroker broker) {
    return new KafkaProducer<>(
        Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()),
        new StringSerializer(),
        new StringSerializer());
  }

  private static List<String> read(KafkaBroker broker) {
    Map<String, Object> settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers(),
            ConsumerConfig.GROUP_ID_CONFIG, "readers",
            ConsumerConfig.GROUP_PROTOCOL_CONFIG, "consumer",
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    try (Consumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of("news"));
      List<String> values = new ArrayList<>();
      for (int poll = 0; poll < 30 && values.size() < 2; poll++) {
        ConsumerRecords<String, String> records = consumer.poll(Duration.ofSeconds(1));
        records.forEach(record -> values.add(record.value()));
      }
      return values;
    }
  }
}
