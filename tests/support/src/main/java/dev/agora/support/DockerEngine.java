package dev.agora.support;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Image;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
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
    return mayAnswer() && present().containsAll(needed());
  }

  /**
   * The names of the engine's images; none if no engine answers. Asked with a client of its own:
   * the one that Testcontainers keeps starts the reaper first, and pulls its image if it must.
   */
  private static Set<String> present() {
    try (DockerClient client =
        DockerClientProviderStrategy.getClientForConfig(
            DockerClientFactory.instance().getTransportConfig())) {
      return client.listImagesCmd().exec().stream()
          .map(Image::getRepoTags)
          .filter(Objects::nonNull)
          .flatMap(Arrays::stream)
          .collect(Collectors.toSet());
    } catch (IllegalStateException | IOException nobodyAnswers) {
      return Set.of();
    }
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

  private static Set<String> needed() {
    TestcontainersConfiguration configuration = TestcontainersConfiguration.getInstance();
    boolean reaper =
        !Boolean.parseBoolean(configuration.getEnvVarOrProperty("ryuk.disabled", "false"));
    return reaper ? Set.of(POSTGRES, KAFKA, REAPER) : Set.of(POSTGRES, KAFKA);
  }
}
