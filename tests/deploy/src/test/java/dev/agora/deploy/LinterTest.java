package dev.agora.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a linter of manifests would ask of ours; one rule, one test. */
class LinterTest {
  private static final String SECRET = ".*(PASSWORD|SECRET|PEPPER|_KEY|TOKEN)";
  private static final int STOP_OF_EACH_PHASE = 30;
  private static final int DRAIN_OF_THE_RELAY = 5;
  private static final Pattern LIFE_OF_A_CONNECTION =
      Pattern.compile("`agora\\.gateway\\.upstream\\.life-max`.*\\[(\\d+)s]");

  private static void everyWorkload(Consumer<Workload> rule) throws Exception {
    for (Overlay overlay : Overlay.every()) {
      assertThat(overlay.workloads()).as(overlay.name()).hasSizeGreaterThan(11).allSatisfy(rule);
    }
  }

  private static void everyService(Consumer<Workload> rule) throws Exception {
    for (Overlay overlay : Overlay.every()) {
      assertThat(overlay.services()).as(overlay.name()).hasSize(7).allSatisfy(rule);
    }
  }

  private static String text(JsonElement object, String... path) {
    return Overlay.require(object, path).getAsString();
  }

  @Test
  void podsAreNotRoot() throws Exception {
    everyWorkload(
        workload -> {
          assertThat(text(workload.pod(), "securityContext", "runAsNonRoot")).isEqualTo("true");
          assertThat(text(workload.pod(), "securityContext", "runAsUser")).isEqualTo("10001");
        });
  }

  @Test
  void seccompIsTheRuntimesDefault() throws Exception {
    everyWorkload(
        workload ->
            assertThat(text(workload.pod(), "securityContext", "seccompProfile", "type"))
                .isEqualTo("RuntimeDefault"));
  }

  @Test
  void theRootFileSystemIsReadOnlyAndTmpIsBounded() throws Exception {
    everyWorkload(
        workload -> {
          assertThat(text(workload.container(), "securityContext", "readOnlyRootFilesystem"))
              .isEqualTo("true");
          assertThat(Overlay.each(workload.pod(), "volumes"))
              .anySatisfy(volume -> text(volume, "emptyDir", "sizeLimit"));
        });
  }

  @Test
  void noPrivilegeIsLeftOrCanBeGained() throws Exception {
    everyWorkload(
        workload -> {
          assertThat(text(workload.container(), "securityContext", "allowPrivilegeEscalation"))
              .isEqualTo("false");
          assertThat(
                  Overlay.require(workload.container(), "securityContext", "capabilities", "drop")
                      .toString())
              .isEqualTo("[\"ALL\"]");
        });
  }

  @Test
  void podsShareNothingOfTheirHost() throws Exception {
    everyWorkload(
        workload ->
            assertThat(workload.pod().keySet())
                .doesNotContain("hostNetwork", "hostPID", "hostIPC"));
  }

  @Test
  void noPodHoldsATokenOfTheCluster() throws Exception {
    everyWorkload(
        workload ->
            assertThat(text(workload.pod(), "automountServiceAccountToken")).isEqualTo("false"));
    for (Overlay overlay : Overlay.every()) {
      assertThat(overlay.all("ServiceAccount"))
          .allSatisfy(
              account ->
                  assertThat(text(account, "automountServiceAccountToken")).isEqualTo("false"));
    }
  }

  @Test
  void everyPodRunsAsAnAccountThatIsThere() throws Exception {
    for (Overlay overlay : Overlay.every()) {
      Set<String> accounts =
          overlay.all("ServiceAccount").map(Overlay::nameOf).collect(Collectors.toSet());
      assertThat(overlay.workloads())
          .allSatisfy(
              workload -> assertThat(text(workload.pod(), "serviceAccountName")).isIn(accounts));
    }
  }

  @Test
  void memoryIsWhatIsAskedForAndProcessorsHaveNoLimit() throws Exception {
    everyWorkload(
        workload -> {
          JsonObject resources =
              Overlay.require(workload.container(), "resources").getAsJsonObject();
          assertThat(text(resources, "limits", "memory"))
              .isEqualTo(text(resources, "requests", "memory"));
          text(resources, "requests", "cpu");
          assertThat(Overlay.at(resources, "limits", "cpu")).isEmpty();
        });
  }

  @Test
  void startReadinessAndLivenessAreProbed() throws Exception {
    everyService(
        workload ->
            assertThat(workload.fields())
                .contains("startupProbe", "livenessProbe", "readinessProbe"));
  }

  @Test
  void aStopWaitsForProxiesAndIsGivenTimeToFinish() throws Exception {
    everyService(
        workload -> {
          int pause =
              Overlay.require(workload.container(), "lifecycle", "preStop", "sleep", "seconds")
                  .getAsInt();
          int grace = Overlay.require(workload.pod(), "terminationGracePeriodSeconds").getAsInt();
          assertThat(pause).isGreaterThan(lifeOfAConnection());
          assertThat(grace).isGreaterThan(pause + 2 * STOP_OF_EACH_PHASE + DRAIN_OF_THE_RELAY);
        });
  }

  /** Of the gateway to a service: over one that is younger it still sends requests. */
  private static int lifeOfAConnection() {
    String page = Modules.read(Modules.root().resolve("docs/configuration.md"));
    return LIFE_OF_A_CONNECTION
        .matcher(page)
        .results()
        .mapToInt(found -> Integer.parseInt(found.group(1)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anUpgradeNeverTakesAwayAReadyPod() throws Exception {
    everyService(
        workload ->
            assertThat(
                    text(workload.object(), "spec", "strategy", "rollingUpdate", "maxUnavailable"))
                .isEqualTo("0"));
  }

  @Test
  void replicasSpreadOverZonesAndHosts() throws Exception {
    everyService(
        workload ->
            assertThat(Overlay.each(workload.pod(), "topologySpreadConstraints"))
                .extracting(constraint -> text(constraint, "topologyKey"))
                .containsExactly("topology.kubernetes.io/zone", "kubernetes.io/hostname"));
  }

  @Test
  void outsideDevThereAreTwoOfEachAndADrainLeavesOne() throws Exception {
    for (String name : List.of(Overlay.STAGING, Overlay.PRODUCTION)) {
      Overlay overlay = Overlay.render(name);
      assertThat(overlay.services())
          .allSatisfy(
              workload -> {
                assertThat(text(workload.object(), "spec", "replicas")).isEqualTo("2");
                assertThat(overlay.all("PodDisruptionBudget"))
                    .as(workload.name())
                    .anySatisfy(
                        budget -> {
                          assertThat(budget.toString())
                              .contains("\"app.kubernetes.io/name\":\"" + workload.label() + '"');
                          assertThat(text(budget, "spec", "minAvailable")).isEqualTo("1");
                        });
              });
    }
  }

  @Test
  void imagesHaveAVersionAndItIsNotTheLatest() throws Exception {
    everyWorkload(
        workload ->
            assertThat(text(workload.container(), "image"))
                .matches("agora/[a-z-]+:[0-9]+\\.[0-9]+\\.[0-9]+.*"));
  }

  @Test
  void namespacesRefuseWhatIsNotRestricted() throws Exception {
    for (Overlay overlay : Overlay.every()) {
      assertThat(overlay.all("Namespace"))
          .singleElement()
          .satisfies(
              space ->
                  assertThat(
                          text(space, "metadata", "labels", "pod-security.kubernetes.io/enforce"))
                      .isEqualTo("restricted"));
    }
  }

  @Test
  void noSecretIsWrittenDown() throws Exception {
    for (Overlay overlay : Overlay.every()) {
      assertThat(overlay.all("Secret")).isEmpty();
      assertThat(overlay.settings().keySet()).noneMatch(name -> name.matches(SECRET));
      assertThat(overlay.workloads())
          .allSatisfy(
              workload ->
                  assertThat(workload.environment())
                      .allSatisfy(
                          (name, value) -> {
                            if (name.matches(SECRET)) {
                              assertThat(value).as(name).isIn("", "none");
                            }
                          }));
    }
  }

  @Test
  void aJobEndsAndGoesByItself() throws Exception {
    for (Overlay overlay : Overlay.every()) {
      assertThat(overlay.all("Job"))
          .hasSize(5)
          .allSatisfy(
              job -> {
                text(job, "spec", "ttlSecondsAfterFinished");
                text(job, "spec", "activeDeadlineSeconds");
              });
    }
  }

  @Test
  void noMoreReplicasThanPartitionsCanFeed() throws Exception {
    for (String name : List.of(Overlay.STAGING, Overlay.PRODUCTION)) {
      assertThat(Overlay.render(name).all("ScaledObject"))
          .hasSize(5)
          .allSatisfy(
              scaled ->
                  assertThat(3 * Overlay.require(scaled, "spec", "maxReplicaCount").getAsInt())
                      .isLessThanOrEqualTo(12));
    }
  }

  @Test
  void everyDatabaseIsBackedUp() throws Exception {
    for (Overlay overlay : Overlay.every()) {
      assertThat(
              overlay.all("ScheduledBackup").map(backup -> text(backup, "spec", "cluster", "name")))
          .containsExactlyInAnyOrderElementsOf(
              overlay.all("Cluster").map(Overlay::nameOf).toList());
      assertThat(overlay.all("Cluster"))
          .allSatisfy(cluster -> assertThat(cluster.toString()).contains("\"isWALArchiver\":true"));
    }
  }

  @Test
  void theLedgerWaitsForASecondCopyOfEachCommit() throws Exception {
    for (String name : List.of(Overlay.STAGING, Overlay.PRODUCTION)) {
      assertThat(Overlay.render(name).all("Cluster"))
          .filteredOn(cluster -> Overlay.nameOf(cluster).equals("ledger-db"))
          .singleElement()
          .satisfies(
              cluster ->
                  assertThat(text(cluster, "spec", "postgresql", "synchronous", "dataDurability"))
                      .isEqualTo("required"));
    }
  }
}
