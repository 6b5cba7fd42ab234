package dev.agora.support;

import dev.agora.local.infrastructure.Database;
import dev.agora.local.infrastructure.PostgresSettings;
import java.util.stream.Stream;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Containers, by Testcontainers. */
final class ContainedServers implements Servers {
  private final PostgreSQLContainer postgres = new PostgreSQLContainer(DockerEngine.POSTGRES);
  private final KafkaContainer kafka = new KafkaContainer(DockerEngine.KAFKA);

  @Override
  public String describe() {
    return "Testcontainers " + DockerEngine.POSTGRES + " and " + DockerEngine.KAFKA;
  }

  @Override
  public Database startPostgres() {
    String[] command =
        Stream.concat(Stream.of("postgres"), PostgresSettings.asArguments().stream())
            .toArray(String[]::new);
    postgres.withUsername("postgres").withCommand(command);
    postgres.start();
    return new Database(postgres.getJdbcUrl(), postgres.getUsername(), postgres.getPassword());
  }

  @Override
  public String startKafka() {
    kafka
        .withEnv("KAFKA_GROUP_CONSUMER_MIN_HEARTBEAT_INTERVAL_MS", "500")
        .withEnv("KAFKA_GROUP_CONSUMER_HEARTBEAT_INTERVAL_MS", "1000")
        .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
    kafka.start();
    return kafka.getBootstrapServers();
  }

  @Override
  public void close() {
    postgres.stop();
    kafka.stop();
  }
}
