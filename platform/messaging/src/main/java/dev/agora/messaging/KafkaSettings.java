package dev.agora.messaging;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/** How this platform speaks to Kafka: what {@code spring.kafka} says, and what must be so. */
public final class KafkaSettings {

  private static final int MEBIBYTE = 1 << 20;

  private final KafkaProperties properties;
  private final KafkaConnectionDetails connection;

  KafkaSettings(KafkaProperties properties, KafkaConnectionDetails connection) {
    this.properties = properties;
    this.connection = connection;
  }

  /** Nothing is lost, doubled by the client, or held back to fill a batch. */
  public Map<String, Object> producer() {
    Map<String, Object> all = new HashMap<>(properties.buildProducerProperties());
    at(connection.getProducer().getBootstrapServers(), all);
    all.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    all.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    all.put(ProducerConfig.ACKS_CONFIG, "all");
    all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    all.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5);
    all.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    all.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    all.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
    all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
    all.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 16 * MEBIBYTE);
    return all;
  }

  /** A member of a group that commits an offset only after the effect. */
  public Map<String, Object> consumer(String group) {
    Map<String, Object> all = new HashMap<>(properties.buildConsumerProperties());
    at(connection.getConsumer().getBootstrapServers(), all);
    all.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    all.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "consumer");
    all.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    all.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    all.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 50);
    all.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 4 * MEBIBYTE);
    all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return all;
  }

  private static void at(List<String> servers, Map<String, Object> all) {
    all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers);
  }
}
