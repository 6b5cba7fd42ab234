package dev.agora.support;

import dev.agora.local.infrastructure.Database;
import dev.agora.local.infrastructure.FreePort;
import dev.agora.local.infrastructure.KafkaBroker;
import dev.agora.local.infrastructure.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Child processes of this JVM, in a temporary folder. */
final class ChildServers implements Servers {
  private final Path folder = temporary();
  private @Nullable PostgresServer postgres;
  private @Nullable KafkaBroker kafka;

  @Override
  public String describe() {
    return "PostgreSQL and Kafka as child processes (no Docker engine with their images answers), in "
        + folder;
  }

  @Override
  public Database startPostgres() {
    PostgresServer server = PostgresServer.at(folder.resolve("postgres"), FreePort.next(), "test");
    postgres = server;
    return server.start().admin();
  }

  @Override
  public String startKafka() {
    KafkaBroker broker = KafkaBroker.at(folder.resolve("kafka"), FreePort.next(), FreePort.next());
    kafka = broker;
    return broker.start().bootstrapServers();
  }

  @Override
  public void close() {
    // Killed, not stopped: nobody needs the data again, and tests should end quickly.
    if (postgres != null) {
      postgres.stop();
    }
    if (kafka != null) {
      kafka.kill();
    }
    try (Stream<Path> files = Files.walk(folder, new FileVisitOption[0])) {
      files.sorted(Comparator.reverseOrder()).forEach(ChildServers::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("agora-parts");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
