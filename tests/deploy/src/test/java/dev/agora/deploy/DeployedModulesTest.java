package dev.agora.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every program of the project is built, composed and deployed, under one name and at its ports.
 */
class DeployedModulesTest {
  static List<String> modules() {
    return Modules.deployed();
  }

  /** The name of a program among others: that of its module, without "-service". */
  private static String label(String module) {
    return module.replace("-service", "");
  }

  @Test
  void thereAreSevenAndNoOthersAreDeployed() throws Exception {
    assertThat(modules()).hasSize(7);
    for (Overlay overlay : Overlay.every()) {
      assertThat(overlay.services())
          .as(overlay.name())
          .extracting(Workload::module)
          .containsExactlyInAnyOrderElementsOf(modules());
    }
  }

  @ParameterizedTest
  @MethodSource("modules")
  void aModuleWithoutAnApplicationHasNothingThatStarts(String module) throws Exception {
    assertThat(Modules.hasApplication(module)).isEqualTo(Modules.hasMain(module));
  }

  @ParameterizedTest
  @MethodSource("modules")
  void theDockerfileBuildsIt(String module) {
    String build =
        Modules.read(Modules.root().resolve("Dockerfile"))
            .lines()
            .filter(line -> line.contains("-pl "))
            .findFirst()
            .orElseThrow();
    assertThat(build.strip().split("[ ,]")).contains(module);
  }

  @ParameterizedTest
  @MethodSource("modules")
  void composeBuildsAndRunsItUnderTheSameImage(String module) {
    Compose compose = Compose.read();
    assertThat(compose.names()).contains(label(module));
    var service = compose.service(label(module));
    assertThat(service.get("image").getAsString())
        .isEqualTo("agora/" + module + ":${AGORA_VERSION:-0.1.0}");
    assertThat(Overlay.require(service, "build", "args", "MODULE").getAsString()).isEqualTo(module);
  }

  @ParameterizedTest
  @MethodSource("modules")
  void itHasAServiceAtThePortsOfItsSettings(String module) throws Exception {
    for (Overlay overlay : Overlay.every()) {
      Workload workload = workload(overlay, module);
      List<Integer> ports =
          Overlay.each(workload.container(), "ports")
              .map(port -> port.get("containerPort").getAsInt())
              .toList();
      if (Modules.hasApplication(module)) {
        assertThat(ports).containsExactly(Modules.port(module), Modules.port(module) + 1000);
      }
      assertThat(overlay.all("Service"))
          .filteredOn(service -> Overlay.nameOf(service).equals(label(module)))
          .singleElement()
          .satisfies(
              service ->
                  assertThat(Overlay.each(service, "spec", "ports"))
                      .extracting(port -> port.get("port").getAsInt())
                      .containsExactlyElementsOf(ports));
    }
  }

  @ParameterizedTest
  @MethodSource("modules")
  void itIsProbedWhereHealthIsServed(String module) throws Exception {
    for (Overlay overlay : Overlay.every()) {
      Workload workload = workload(overlay, module);
      assertThat(probe(workload, "startupProbe")).isEqualTo("/actuator/health/liveness");
      assertThat(probe(workload, "livenessProbe")).isEqualTo("/actuator/health/liveness");
      assertThat(probe(workload, "readinessProbe")).isEqualTo("/actuator/health/readiness");
    }
  }

  private static String probe(Workload workload, String name) {
    assertThat(Overlay.require(workload.container(), name, "httpGet", "port").getAsString())
        .isEqualTo("management");
    return Overlay.require(workload.container(), name, "httpGet", "path").getAsString();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void composeAsksItsManagementPort(String module) throws Exception {
    Workload workload = workload(Overlay.render(Overlay.DEV), module);
    String management =
        Overlay.each(workload.container(), "ports")
            .filter(port -> port.get("name").getAsString().equals("management"))
            .map(port -> port.get("containerPort").getAsString())
            .findFirst()
            .orElseThrow();
    assertThat(
            Overlay.require(Compose.read().service(label(module)), "healthcheck", "test")
                .getAsJsonArray()
                .asList()
                .getLast()
                .getAsString())
        .isEqualTo(management);
  }

  @Test
  void allVersionsAreTheSame() throws Exception {
    TreeSet<String> versions = new TreeSet<>();
    for (Overlay overlay : Overlay.every()) {
      overlay
          .workloads()
          .forEach(
              workload ->
                  versions.add(workload.container().get("image").getAsString().split(":", -1)[1]));
    }
    assertThat(versions).containsExactly("0.1.0");
  }

  private static Workload workload(Overlay overlay, String module) {
    return overlay.services().stream()
        .filter(workload -> workload.module().equals(module))
        .findFirst()
        .orElseThrow();
  }
}
