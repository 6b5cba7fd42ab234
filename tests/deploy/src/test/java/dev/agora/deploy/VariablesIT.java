package dev.agora.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the environment says is understood, and what has to be said is said. Needs the jars. */
class VariablesIT {
  /** A machine of one's own has a Stripe of its own, no mail server and no week to wait. */
  private static final Set<String> COMPOSE_ONLY =
      Set.of(
          "AGORA_ECONOMY_SEASONING",
          "AGORA_ACCOUNTS_CONFIRMATION_BYITSELF",
          "AGORA_ACCOUNTS_MAIL_FOLDER",
          "AGORA_ACCOUNTS_MAIL_SHOWN",
          "AGORA_PORTAL_STRIPEPAGES",
          "STRIPE_API_BASE");

  /** Options that every JVM reads, whatever program it runs. */
  private static final String OF_THE_JVM = "JAVA_TOOL_OPTIONS";

  /** A cluster has several gateways, a role that migrates, and certificates. */
  private static final Set<String> CLUSTER_ONLY =
      Set.of("AGORA_GATEWAY_SIGNING_KEY", "AGORA_MIGRATIONS_RUN", "AGORA_ACCOUNTS_PASSKEYS_RPID");

  static List<String> modules() {
    return Modules.deployed().stream().filter(Modules::hasApplication).toList();
  }

  private static boolean waitsForItsModule(String variable) {
    return variable.contains("PORTAL") && !Modules.hasApplication("portal");
  }

  @ParameterizedTest
  @MethodSource("modules")
  void everyVariableOfAProgramIsBound(String module) throws Exception {
    for (Overlay overlay : Overlay.every()) {
      for (Workload workload : overlay.workloads()) {
        if (workload.module().equals(module)) {
          assertThat(workload.environment().keySet())
              .as(overlay + " " + workload)
              .filteredOn(variable -> !waitsForItsModule(variable))
              .filteredOn(variable -> !variable.equals(OF_THE_JVM))
              .allMatch(variable -> Variables.binds(module, variable));
        }
      }
    }
    assertThat(Compose.read().environment(module.replace("-service", "")).keySet())
        .filteredOn(variable -> !waitsForItsModule(variable))
        .filteredOn(variable -> !variable.equals(OF_THE_JVM))
        .filteredOn(variable -> !shared().contains(variable))
        .allMatch(variable -> Variables.binds(module, variable));
  }

  @Test
  void everySharedVariableIsBoundBySomeProgram() throws Exception {
    for (Overlay overlay : Overlay.every()) {
      assertThat(overlay.settings().keySet())
          .allMatch(
              variable -> modules().stream().anyMatch(module -> Variables.binds(module, variable)));
    }
  }

  @Test
  void aMisspeltVariableIsFound() {
    assertThat(Variables.binds("ledger-service", "AGORA_LEDGER_QUEUE_CAPACITY")).isTrue();
    assertThat(Variables.binds("ledger-service", "AGORA_LEDGER_QUEUE_CAPACTY")).isFalse();
    assertThat(Variables.binds("ledger-service", "SPRING_KAFKA_SECURITY_PROTOCOL")).isTrue();
    assertThat(Variables.binds("ledger-service", "SPRING_KAFKA_SECURTY_PROTOCOL")).isFalse();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void whatAProgramCanNotStartWithoutIsThere(String module) throws Exception {
    for (Overlay overlay : Overlay.every()) {
      for (Workload workload : overlay.workloads()) {
        if (workload.module().equals(module) && !workload.kind().equals("CronJob")) {
          Set<String> given = new TreeSet<>(workload.environment().keySet());
          given.addAll(overlay.settings().keySet());
          assertThat(given).as(overlay + " " + workload).containsAll(Modules.required(module));
        }
      }
    }
    assertThat(Compose.read().environment(module.replace("-service", "")).keySet())
        .containsAll(Modules.required(module));
  }

  @ParameterizedTest
  @MethodSource("modules")
  void composeAndKubernetesSayTheSame(String module) throws Exception {
    Overlay production = Overlay.render(Overlay.PRODUCTION);
    Workload workload =
        production.services().stream()
            .filter(service -> service.module().equals(module))
            .findFirst()
            .orElseThrow();
    Set<String> clustered = new TreeSet<>(workload.environment().keySet());
    production.settings().keySet().stream()
        .filter(setting -> !setting.startsWith("AGORA_ACCOUNTS_") || module.startsWith("accounts"))
        .forEach(clustered::add);
    Set<String> composed =
        new TreeSet<>(Compose.read().environment(module.replace("-service", "")).keySet());
    assertThat(only(composed, COMPOSE_ONLY)).isEqualTo(only(clustered, CLUSTER_ONLY));
  }

  /** Without certificates, mail and what only one side has. */
  private static Set<String> only(Set<String> variables, Set<String> without) {
    return variables.stream()
        .filter(variable -> !without.contains(variable))
        .filter(variable -> !variable.equals(OF_THE_JVM))
        .filter(variable -> !variable.matches("SPRING_.*|AGORA_GATEWAY_CREDENTIALS_KAFKA_.*"))
        .filter(variable -> !shared().contains(variable))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What all containers of one kind get, whether they read it or not. */
  private static Set<String> shared() {
    return Set.of(
        "AGORA_KAFKA",
        "AGORA_JWKS_URL",
        "AGORA_PUBLIC_URL",
        "AGORA_ECONOMY_SEASONING",
        "AGORA_TRACES",
        "AGORA_TRACES_URL");
  }

  @Test
  void addressesInVariablesAreThoseOfServices() throws Exception {
    for (Overlay overlay : Overlay.every()) {
      for (Workload workload : overlay.workloads()) {
        for (Map.Entry<String, String> variable : workload.environment().entrySet()) {
          assertThat(CallGraph.target(variable.getValue()))
              .as(workload + " " + variable)
              .allSatisfy(edge -> assertThat(CallGraph.isServed(overlay, edge)).isTrue());
        }
      }
    }
  }
}
