package dev.agora.bench.system;

import dev.agora.local.infrastructure.Database;
import dev.agora.local.infrastructure.FreePort;
import dev.agora.local.infrastructure.KafkaBroker;
import dev.agora.local.infrastructure.PostgresServer;
import dev.agora.local.infrastructure.TopicCatalogue;
import dev.agora.local.infrastructure.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL, and a Kafka when asked for, of their own at free ports in a temporary folder, which
 * is gone at the end.
 */
public final class Servers implements AutoCloseable {
  private static final int MOST_PARTITIONS = 3;

  private final Path folder;
  private final PostgresServer postgres;
  private @Nullable KafkaBroker kafka;

  private Servers(Path folder) {
    this.folder = folder;
    this.postgres =
        PostgresServer.at(
            folder.resolve("postgres"), FreePort.next(), UUID.randomUUID().toString());
  }

  /** Starts PostgreSQL alone. */
  public static Servers start() throws IOException {
    Servers servers = new Servers(Files.createTempDirectory("agora-bench"));
    Runtime.getRuntime().addShutdownHook(new Thread(servers::close));
    servers.postgres.start();
    return servers;
  }

  /** Starts PostgreSQL, and Kafka with the topics of the contracts. */
  public static Servers startWithKafka() throws IOException {
    Servers servers = start();
    KafkaBroker broker =
        KafkaBroker.at(servers.folder.resolve("kafka"), FreePort.next(), FreePort.next());
    servers.kafka = broker;
    broker.start();
    Topics.create(broker.bootstrapServers(), TopicCatalogue.read(), MOST_PARTITIONS);
    return servers;
  }

  /** A database of that name, which belongs to a user of that name. */
  public Database database(String name) {
    return postgres.createDatabase(name, "bench-" + name);
  }

  /** Writes to disk now what PostgreSQL would write during the next measurement. */
  public void checkpoint() throws SQLException {
    Database admin = postgres.admin();
    try (Connection connection =
            DriverManager.getConnection(admin.url(), admin.user(), admin.password());
        Statement statement = connection.createStatement()) {
      statement.execute("CHECKPOINT");
    }
  }

  /** Kafka's bootstrap servers. */
  public String kafka() {
    KafkaBroker broker = kafka;
    if (broker == null) {
      throw new IllegalStateException("started without Kafka");
    }
    return broker.bootstrapServers();
  }

  /** Where processes of these servers write to. */
  Path folder() {
    return folder;
  }

  @Override
  public synchronized void close() {
    KafkaBroker broker = kafka;
    kafka = null;
    if (broker != null) {
      broker.close();
    }
    postgres.close();
    forget();
  }

  private void forget() {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException left) {
      System.err.println(folder + " could not be deleted: " + left.getMessage());
    }
  }
}
