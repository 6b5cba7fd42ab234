package dev.agora.messaging.relay;

import static org.awaitility.Awaitility.await;

import dev.agora.messaging.MessageHeaders;
import dev.agora.support.Parts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Sees every message that reaches a topic from now on. */
final class TopicWatcher implements AutoCloseable {

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Set<String> seen = new HashSet<>();

  TopicWatcher(String topic) {
    this.consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", Parts.kafka()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    Collection<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
  }

  void awaitAll(Collection<String> ids, Duration atMost) {
    await()
        .pollInSameThread()
        .atMost(atMost)
        .until(
            () -> {
              for (ConsumerRecord<byte[], byte[]> message : consumer.poll(Duration.ofMillis(100))) {
                byte[] id = message.headers().lastHeader(MessageHeaders.MESSAGE_ID).value();
                seen.add(new String(id, StandardCharsets.UTF_8));
              }
              return seen.containsAll(ids);
            });
  }

  @Override
  public void close() {
    consumer.close();
  }
}
