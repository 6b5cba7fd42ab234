package dev.agora.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each program starts as far as the Dockerfile's training run lets it: without a database and
 * Kafka. One that asks for them while it is put together has no image. Needs the jars.
 */
class TrainingRunIT {

  private static final Path ENVIRONMENT = Path.of("deploy/image/training.env");

  static List<String> modules() {
    return Modules.deployed().stream().filter(Modules::hasApplication).toList();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void aProgramIsPutTogetherWithoutItsDatabase(String module) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        List.of(
            java,
            "-XX:TieredStopAtLevel=1",
            "-Xmx256m",
            "-Dspring.context.exit=onRefresh",
            "-jar",
            jar(module).toString());

    Shell.Result ended = Shell.run(environment(), 2, command);

    assertThat(ended.exitCode()).as(ended.output()).isZero();
  }

  private static Path jar(String module) throws IOException {
    try (Stream<Path> files = Files.list(Modules.root().resolve(module).resolve("target"))) {
      return files
          .filter(file -> file.getFileName().toString().matches(module + "-[^-]+-SNAPSHOT\\.jar"))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no jar of " + module));
    }
  }

  private static Map<String, String> environment() {
    return Modules.read(Modules.root().resolve(ENVIRONMENT))
        .lines()
        .map(line -> line.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }
}
