package dev.agora.local.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The broker's class path, as the build of module local/kafka laid it out. */
final class KafkaJars {
  private KafkaJars() {}

  /** All jars in a fixed order: an AOT cache is good for one class path only. */
  static String classPath() {
    Path lib = ProjectFolder.find().resolve("local/kafka/target/lib");
    if (!Files.isDirectory(lib)) {
      throw new InfrastructureException("There is no " + lib + ": build module local/kafka first.");
    }
    try (Stream<Path> jars = Files.list(lib)) {
      return jars.map(Path::toString).sorted().collect(Collectors.joining(":"));
    } catch (IOException e) {
      throw new InfrastructureException("The broker's jars cannot be listed: " + e.getMessage(), e);
    }
  }
}
