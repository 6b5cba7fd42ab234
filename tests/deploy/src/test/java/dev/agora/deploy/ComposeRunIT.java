package dev.agora.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.agora.local.infrastructure.FreePort;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole system in containers, built and run, where a container engine answers. */
class ComposeRunIT {
  private static final long IMAGE_MAX = 350_000_000;
  private static final double RESIDENT_MAX_MEBIBYTES = 400;

  /** With {@code -Dcompose.build=false} the images that are there are tried as they are. */
  private static final boolean BUILD =
      Boolean.parseBoolean(System.getProperty("compose.build", "true"));

  private static final String PROJECT = "agora-test-" + ProcessHandle.current().pid();
  private static final Map<String, String> BUILDKIT =
      Map.of("DOCKER_BUILDKIT", "1", "COMPOSE_DOCKER_CLI_BUILD", "1");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final int GATEWAY = FreePort.next();
  private static final int STRIPE = FreePort.next();

  @TempDir private static Path folder;
  private static List<String> compose = List.of();

  @BeforeAll
  static void start() throws Exception {
    assumeTrue(
        Shell.run(Map.of(), 1, List.of("docker", "info")).isGood(),
        "no container engine answers, so docker-compose.yml was not run");
    List<String> tool =
        Stream.of(List.of("docker", "compose"), List.of("docker-compose"))
            .filter(command -> Shell.run(Map.of(), 1, with(command, "version")).isGood())
            .findFirst()
            .orElse(List.of());
    assumeTrue(!tool.isEmpty(), "there is no docker compose, so docker-compose.yml was not run");
    compose = with(tool, "--env-file", environment().toString(), "-p", PROJECT);
    if (BUILD) {
      Shell.run(BUILDKIT, 40, with(compose, "build")).must();
    }
    long begin = System.nanoTime();
    List<String> up = with(compose, "up", "-d", "--no-build", "stripe-stand-in");
    programs().map(module -> module.replace("-service", "")).forEach(up::add);
    Shell.run(Map.of(), 5, up).must();
    await()
        .atMost(Duration.ofMinutes(4))
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> programs().allMatch(ComposeRunIT::isHealthy));
    System.out.printf(
        "Everything was healthy after %d s.%n",
        Duration.ofNanos(System.nanoTime() - begin).toSeconds());
  }

  @AfterAll
  static void forget() {
    if (!compose.isEmpty()) {
      Shell.run(Map.of(), 5, with(compose, "down", "-v", "-t", "5")).must();
    }
  }

  private static Path environment() throws Exception {
    String secrets = Shell.run(Map.of(), 1, List.of("deploy/secrets")).must();
    String text =
        secrets
            .replace("AGORA_PORT=8080", "AGORA_PORT=" + GATEWAY)
            .replace("localhost:8080", "localhost:" + GATEWAY)
            .replace("STRIPE_PORT=12111", "STRIPE_PORT=" + STRIPE)
            .replace(
                "STRIPE_PAGES=http://localhost:12111", "STRIPE_PAGES=http://localhost:" + STRIPE);
    return Files.writeString(folder.resolve("env"), text);
  }

  /** Those that there is an image to build for. */
  private static Stream<String> programs() {
    return Modules.deployed().stream().filter(Modules::hasApplication);
  }

  private static List<String> with(List<String> command, String... arguments) {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of(arguments));
    return all;
  }

  private static String container(String module) {
    return Shell.run(Map.of(), 1, with(compose, "ps", "-q", module.replace("-service", "")))
        .must()
        .lines()
        .toList()
        .getLast();
  }

  private static boolean isHealthy(String module) {
    String format = "{{.State.Health.Status}}";
    List<String> inspect = List.of("docker", "inspect", "-f", format, container(module));
    return Shell.run(Map.of(), 1, inspect).output().contains("healthy\n")
        && !Shell.run(Map.of(), 1, inspect).output().contains("unhealthy");
  }

  @Test
  void theWholeMoneyLoopWorks() {
    Path launcher = Modules.root().resolve("local/launcher/target");
    String classPath =
        launcher.resolve("launcher-0.1.0-SNAPSHOT.jar") + ":" + launcher.resolve("lib") + "/*";
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> demo =
        List.of(
            java,
            "-Xmx96m",
            "-cp",
            classPath,
            "dev.agora.local.launcher.command.AgoraCommand",
            "demo",
            "--url",
            "http://localhost:" + GATEWAY);
    assertThat(Shell.run(Map.of(), 5, demo).must()).contains("All as it should be.");
  }

  @Test
  void imagesAreSmallAndHoldNoShell() {
    programs()
        .forEach(
            module -> {
              String image = "agora/" + module + ":0.1.0";
              String size =
                  Shell.run(
                          Map.of(),
                          1,
                          List.of("docker", "image", "inspect", "-f", "{{.Size}}", image))
                      .must()
                      .strip();
              assertThat(Long.parseLong(size)).as(image).isLessThan(IMAGE_MAX);
              assertThat(
                      Shell.run(Map.of(), 1, List.of("docker", "exec", container(module), "sh"))
                          .isGood())
                  .isFalse();
            });
  }

  @Test
  void nobodyTakesMoreMemoryThanItShould() {
    Pattern resident = Pattern.compile("([0-9.]+)MiB");
    programs()
        .forEach(
            module -> {
              String format = "{{.MemUsage}}";
              List<String> stats =
                  List.of("docker", "stats", "--no-stream", "--format", format, container(module));
              var used = resident.matcher(Shell.run(Map.of(), 1, stats).must());
              assertThat(used.find()).as(module).isTrue();
              System.out.println(module + " " + used.group());
              assertThat(Double.parseDouble(used.group(1)))
                  .as(module)
                  .isLessThan(RESIDENT_MAX_MEBIBYTES);
            });
  }

  @Test
  void thePortalShowsItsPages() throws Exception {
    HttpResponse<String> page = get("/portal/sign-in");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("<form", "name=\"_csrf\"");
  }

  @Test
  void managementPortsAreNotPublished() throws Exception {
    assertThat(get("/actuator/health").statusCode()).isEqualTo(404);
  }

  private static HttpResponse<String> get(String path) throws Exception {
    URI address = URI.create("http://localhost:" + GATEWAY + path);
    return CLIENT.send(
        HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }
}
