package dev.agora.local.infrastructure;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** Creates topics on a local broker. */
public final class Topics {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Topics() {}

  /**
   * Creates those that do not exist, each with at most the given number of partitions and one
   * replica.
   */
  public static void create(String bootstrapServers, Collection<Topic> topics, int mostPartitions) {
    try (Admin admin = admin(bootstrapServers, PATIENCE)) {
      Set<String> existing = admin.listTopics().names().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      List<NewTopic> missing =
          topics.stream()
              .filter(topic -> !existing.contains(topic.name()))
              .map(topic -> definition(topic, mostPartitions))
              .toList();
      admin.createTopics(missing).all().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      awaitKnown(admin, missing.stream().map(NewTopic::name).toList());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InfrastructureException("Interrupted while creating topics.", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new InfrastructureException("The topics could not be created: " + e, e);
    }
  }

  /** The controller has created them before the broker that clients ask has heard of it. */
  private static void awaitKnown(Admin admin, List<String> names)
      throws InterruptedException, ExecutionException, TimeoutException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!admin
        .listTopics()
        .names()
        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
        .containsAll(names)) {
      if (System.nanoTime() - deadline > 0) {
        throw new TimeoutException("the broker does not list them all");
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  static boolean answers(String bootstrapServers) {
    try (Admin admin = admin(bootstrapServers, Duration.ofSeconds(2))) {
      return !admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).isEmpty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InfrastructureException("Interrupted while waiting for Kafka.", e);
    } catch (ExecutionException | TimeoutException notYet) {
      return false;
    }
  }

  private static Admin admin(String bootstrapServers, Duration patience) {
    int millis = Math.toIntExact(patience.toMillis());
    return Admin.create(
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis,
            AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 200));
  }

  private static NewTopic definition(Topic topic, int mostPartitions) {
    Map<String, String> settings = new HashMap<>();
    if (topic.compacted()) {
      settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
    } else {
      settings.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(topic.retention().toMillis()));
    }
    int partitions = Math.min(topic.partitions(), mostPartitions);
    return new NewTopic(topic.name(), partitions, (short) 1).configs(settings);
  }
}
