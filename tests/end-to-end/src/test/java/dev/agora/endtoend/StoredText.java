package dev.agora.endtoend;

import dev.agora.local.infrastructure.Database;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Everything that a system has stored, as text: rows of all tables, messages of all topics. */
final class StoredText {

  private static final int ROWS_AT_ONCE = 500;

  private StoredText() {}

  /** Tells each row of each table, with the table's name. */
  static void ofTables(Database database, BiConsumer<String, String> reader) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.setFetchSize(ROWS_AT_ONCE);
      for (String table : tables(statement)) {
        try (ResultSet rows = statement.executeQuery("SELECT t::text FROM " + table + " AS t")) {
          while (rows.next()) {
            reader.accept(table, rows.getString(1));
          }
        }
      }
    }
  }

  /** Tells the key, headers and value of each message, with its topic's name. */
  static void ofTopics(String kafka, BiConsumer<String, String> reader) {
    Map<String, Object> settings = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka);
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.listTopics().values().stream()
              .flatMap(List::stream)
              .map(one -> new TopicPartition(one.topic(), one.partition()))
              .filter(one -> !one.topic().startsWith("__"))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream()
          .anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
        consumer.poll(Duration.ofSeconds(1)).forEach(message -> tell(message, reader));
      }
    }
  }

  private static List<String> tables(Statement statement) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery(
            """
            SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
            WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
            """)) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }

  private static void tell(
      ConsumerRecord<byte[], byte[]> message, BiConsumer<String, String> reader) {
    reader.accept(message.topic(), text(message.key()));
    reader.accept(message.topic(), text(message.value()));
    message
        .headers()
        .forEach(
            header -> reader.accept(message.topic() + ' ' + header.key(), text(header.value())));
  }

  private static String text(byte[] bytes) {
    return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
  }
}
