package dev.agora.support;

import dev.agora.local.infrastructure.Database;
import dev.agora.local.infrastructure.Databases;
import dev.agora.local.infrastructure.Topic;
import dev.agora.local.infrastructure.TopicCatalogue;
import dev.agora.local.infrastructure.Topics;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * The PostgreSQL and the Kafka of this JVM's tests; whatever is first asked for is started then.
 */
public final class Parts {
  /** As many as a local system has: enough to see keys apart, few enough to be quick. */
  private static final int MOST_PARTITIONS = 3;

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private Parts() {}

  /** A new, empty database of a role of its own that may replicate. */
  public static Database freshDatabase() {
    String name = "test_" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
    return new Databases(SharedServers.admin()).create(name, "test");
  }

  /** The superuser's database, to look at the server itself. */
  public static Database admin() {
    return SharedServers.admin();
  }

  /** Kafka's bootstrap servers; the topics of contracts/topics.json are there. */
  public static String kafka() {
    return SharedServers.kafka();
  }

  /** Creates more topics, of 3 partitions. */
  public static void createTopics(String... names) {
    Topics.create(
        kafka(),
        Arrays.stream(names)
            .map(name -> new Topic(name, MOST_PARTITIONS, Duration.ofDays(1), false))
            .toList(),
        MOST_PARTITIONS);
  }

  /** What {@link RealParts} does for a Spring context, for a test that wants to do it by hand. */
  public static void registerProperties(DynamicPropertyRegistry registry) {
    springProperties(freshDatabase()).forEach((name, value) -> registry.add(name, () -> value));
  }

  static Map<String, String> springProperties(Database database) {
    return Map.of(
        "AGORA_DB_URL", database.url(),
        "AGORA_DB_USER", database.user(),
        "AGORA_DB_PASSWORD", database.password(),
        "AGORA_KAFKA", kafka(),
        "spring.datasource.url", database.url(),
        "spring.datasource.username", database.user(),
        "spring.datasource.password", database.password(),
        "spring.kafka.bootstrap-servers", kafka());
  }

  static void createDeclaredTopics(String bootstrapServers) {
    Topics.create(bootstrapServers, TopicCatalogue.read(), MOST_PARTITIONS);
  }
}
