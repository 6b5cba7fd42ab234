package dev.agora.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docker-compose.yml promises: order, limits, hardening, and no secret. */
class ComposeTest {
  private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|SECRET|PEPPER|_KEY).*");
  private static final Set<String> ONE_SHOT = Set.of("provision");

  private final Compose compose = Compose.read();

  private List<JsonObject> applications() {
    return Modules.deployed().stream()
        .map(module -> compose.service(module.replace("-service", "")))
        .toList();
  }

  @Test
  void noSecretIsInTheFile() {
    for (String name : compose.names()) {
      if (Overlay.at(compose.service(name), "environment").isPresent()) {
        assertThat(compose.environment(name))
            .allSatisfy(
                (variable, value) -> {
                  if (SECRET.matcher(variable).matches()) {
                    assertThat(value)
                        .as(variable)
                        .matches("\\$\\{[A-Z_]+:\\?run deploy/secrets first}");
                  }
                });
      }
    }
  }

  @Test
  void whatTheFileAsksForIsInTheExampleWithoutAValue() {
    Map<String, String> example =
        Modules.read(Modules.root().resolve(".env.example"))
            .lines()
            .filter(line -> line.contains("=") && !line.startsWith("#"))
            .map(line -> line.split("=", 2))
            .collect(Collectors.toMap(line -> line[0], line -> line[1]));
    Set<String> asked =
        Pattern.compile("\\$\\{([A-Z_]+):\\?")
            .matcher(compose.file().toString())
            .results()
            .map(match -> match.group(1))
            .collect(Collectors.toSet());
    assertThat(asked).hasSizeGreaterThan(9).isSubsetOf(example.keySet());
    assertThat(asked).allSatisfy(name -> assertThat(example.get(name)).isEmpty());
  }

  /** Only the launcher says so, for the programs of tests and of people at their own machine. */
  @Test
  void ownersProgramsInPrivateNetworksAreCalledNeitherHereNorInACluster() throws IOException {
    String variable = Variables.of("agora.accounts.webhook.private-addresses");
    Path root = Modules.root();
    try (Stream<Path> deployed = Files.walk(root.resolve("deploy"))) {
      assertThat(Stream.concat(deployed, Stream.of(root.resolve("docker-compose.yml"))))
          .filteredOn(Files::isRegularFile)
          .hasSizeGreaterThan(20)
          .noneMatch(file -> Modules.read(file).contains(variable));
    }
  }

  @Test
  void everyContainerHasALimitOfMemory() {
    assertThat(compose.services())
        .allSatisfy(service -> assertThat(service.has("mem_limit")).isTrue());
  }

  @Test
  void applicationsAreAsHardenedAsInACluster() {
    assertThat(applications())
        .allSatisfy(
            service -> {
              assertThat(service.get("read_only").getAsBoolean()).isTrue();
              assertThat(service.get("user").getAsString()).isEqualTo("10001:10001");
              assertThat(service.get("cap_drop").toString()).isEqualTo("[\"ALL\"]");
              assertThat(service.get("security_opt").toString()).contains("no-new-privileges:true");
            });
  }

  @Test
  void nothingStartsBeforeWhatItNeedsIsHealthy() {
    for (String name : compose.names()) {
      Overlay.at(compose.service(name), "depends_on")
          .ifPresent(
              needed ->
                  assertThat(needed.getAsJsonObject().entrySet())
                      .allSatisfy(
                          need -> {
                            String condition =
                                Overlay.require(need.getValue(), "condition").getAsString();
                            assertThat(condition)
                                .isEqualTo(
                                    ONE_SHOT.contains(need.getKey())
                                        ? "service_completed_successfully"
                                        : "service_healthy");
                            assertThat(
                                    ONE_SHOT.contains(need.getKey())
                                        || compose.service(need.getKey()).has("healthcheck"))
                                .isTrue();
                          }));
    }
  }

  @Test
  void onlyPagesAndTheGatewayAreReachableAndOnlyFromThisMachine() {
    Map<String, String> published =
        compose.names().stream()
            .filter(name -> compose.service(name).has("ports"))
            .collect(
                Collectors.toMap(
                    name -> name, name -> compose.service(name).get("ports").toString()));
    assertThat(published).containsOnlyKeys("gateway", "stripe-stand-in", "prometheus", "grafana");
    assertThat(published.values()).allMatch(ports -> ports.startsWith("[\"127.0.0.1:"));
  }

  @Test
  void whatLastsIsInNamedVolumes() {
    Set<String> named = compose.file().getAsJsonObject("volumes").keySet();
    assertThat(named).contains("postgres", "kafka", "stripe");
    assertThat(compose.services().filter(service -> service.has("volumes")))
        .flatMap(service -> service.getAsJsonArray("volumes").asList())
        .extracting(volume -> volume.getAsString().split(":", 2)[0])
        .allMatch(volume -> named.contains(volume) || volume.startsWith("./deploy/"));
  }

  @Test
  void bothWaysOfHavingStripeAreProfiles() {
    assertThat(compose.service("stripe-stand-in").get("profiles").toString())
        .isEqualTo("[\"stand-in\"]");
    assertThat(compose.service("stripe-webhooks").get("profiles").toString())
        .isEqualTo("[\"stripe\"]");
  }
}
