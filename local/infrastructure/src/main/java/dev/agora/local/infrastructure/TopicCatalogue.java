package dev.agora.local.infrastructure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The topics of contracts/topics.json, and the dead letter topics that follow from their readers.
 */
public final class TopicCatalogue {
  private static final Duration DEAD_LETTER_RETENTION = Duration.ofDays(30);
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private TopicCatalogue() {}

  /**
   * Every topic, dead letters ({@code <topic>.<consumer>.dlt}, consumer without "-service")
   * included.
   */
  public static List<Topic> read() {
    return read(ProjectFolder.find().resolve("contracts/src/main/resources/contracts/topics.json"));
  }

  /** The same from a copy of that file. */
  static List<Topic> read(Path file) {
    return JSON.readValue(file.toFile(), Declared.class).topics().stream()
        .flatMap(DeclaredTopic::withDeadLetters)
        .toList();
  }

  private record Declared(List<DeclaredTopic> topics) {}

  private record DeclaredTopic(
      String name,
      int partitions,
      @Nullable Duration retention,
      boolean compacted,
      List<String> readers) {
    Stream<Topic> withDeadLetters() {
      Duration kept = retention == null ? Duration.ofDays(7) : retention;
      Stream<Topic> deadLetters =
          readers.stream()
              .map(reader -> name + "." + reader.replace("-service", "") + ".dlt")
              .map(dlt -> new Topic(dlt, partitions, DEAD_LETTER_RETENTION, false));
      return Stream.concat(Stream.of(new Topic(name, partitions, kept, compacted)), deadLetters);
    }
  }
}
