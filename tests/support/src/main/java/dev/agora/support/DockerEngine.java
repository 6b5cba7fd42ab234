package dev.agora.support;

import com.github.dockerjava.api.model.Image;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.TestcontainersConfiguration;

/** Whether containers can be started here without pulling anything. */
final class DockerEngine {
  static final String POSTGRES = "postgres:18";
  static final String KAFKA = "apache/kafka:4.2.1";

  /**
   * Testcontainers' own, which removes the others when a test run is killed; the version it names.
   */
  private static final String REAPER = "testcontainers/ryuk:0.14.0";

  private DockerEngine() {}

  static boolean hasImages() {
    if (!mayAnswer() || !DockerClientFactory.instance().isDockerAvailable()) {
      return false;
    }
    List<String> present =
        DockerClientFactory.lazyClient().listImagesCmd().exec().stream()
            .map(Image::getRepoTags)
            .filter(Objects::nonNull)
            .flatMap(Arrays::stream)
            .toList();
    return needed().allMatch(present::contains);
  }

  /**
   * Where there is no socket at all, Testcontainers need not look for one, and log what it tried.
   */
  private static boolean mayAnswer() {
    TestcontainersConfiguration configuration = TestcontainersConfiguration.getInstance();
    if (!configuration.getEnvVarOrProperty("docker.host", "").isEmpty()) {
      return true;
    }
    String home = System.getProperty("user.home");
    return Stream.of("/var/run/docker.sock", home + "/.docker/run/docker.sock")
        .anyMatch(socket -> Files.exists(Path.of(socket)));
  }

  private static Stream<String> needed() {
    TestcontainersConfiguration configuration = TestcontainersConfiguration.getInstance();
    boolean reaper =
        !Boolean.parseBoolean(configuration.getEnvVarOrProperty("ryuk.disabled", "false"));
    Stream<String> own = Stream.of(POSTGRES, KAFKA);
    return reaper ? Stream.concat(own, Stream.of(REAPER)) : own;
  }
}
