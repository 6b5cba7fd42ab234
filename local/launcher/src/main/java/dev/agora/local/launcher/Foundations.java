package dev.agora.local.launcher;

import dev.agora.local.infrastructure.ChildProcess;
import dev.agora.local.infrastructure.Database;
import dev.agora.local.infrastructure.KafkaBroker;
import dev.agora.local.infrastructure.PostgresServer;
import dev.agora.local.infrastructure.ProjectFolder;
import dev.agora.local.infrastructure.TopicCatalogue;
import dev.agora.local.infrastructure.Topics;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The PostgreSQL and the Kafka of one local system, with the databases and topics of all services.
 */
final class Foundations {
  private static final int MOST_PARTITIONS = 3;
  private static final String SUPERUSER = "postgres";

  private final Secrets secrets;
  private final PostgresServer postgres;
  private final KafkaBroker kafka;
  private final AotCache kafkaCache;

  Foundations(EconomyFolder folder, Ports ports, Secrets secrets, EconomyOptions.Aot treatment) {
    this.secrets = secrets;
    this.kafkaCache = kafkaCache();
    postgres =
        PostgresServer.at(
            folder.data(Part.POSTGRES),
            ports.of(Part.POSTGRES),
            secrets.databasePassword(SUPERUSER));
    postgres.logTo(folder.log(Part.POSTGRES));
    kafka = KafkaBroker.at(folder.data(Part.KAFKA), ports.of(Part.KAFKA), ports.kafkaController());
    kafka.logTo(folder.log(Part.KAFKA)).jvmOptions(kafkaCache.options(treatment));
  }

  static AotCache kafkaCache() {
    Path target = ProjectFolder.find().resolve("local/kafka/target");
    return AotCache.of(target, Fingerprint.of(target.resolve("lib")));
  }

  ChildProcess startPostgres() {
    postgres.start();
    Arrays.stream(Part.values()).filter(Part::hasDatabase).forEach(this::createDatabase);
    return postgres.process();
  }

  ChildProcess startKafka() {
    kafka.start();
    Topics.create(kafka.bootstrapServers(), TopicCatalogue.read(), MOST_PARTITIONS);
    return kafka.process();
  }

  Database createDatabase(Part part) {
    return postgres.createDatabase(part.label(), secrets.databasePassword(part.label()));
  }

  String bootstrapServers() {
    return kafka.bootstrapServers();
  }

  void stop(Part part) {
    if (part == Part.POSTGRES) {
      postgres.close();
    } else {
      kafka.close();
    }
  }
}
