package dev.agora.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Network policies let through what is called, and nothing else. */
class CallGraphTest {
  /** Stripe; the mail server, and the programs of owners that hear of alerts. */
  private static final Map<String, Set<Integer>> OUTSIDE =
      Map.of("billing", Set.of(443), "payout", Set.of(443), "accounts", Set.of(587, 443));

  static Iterable<Overlay> overlays() throws Exception {
    return Overlay.every();
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void eachProgramMayCallThoseWhoseAddressesItHas(Overlay overlay) {
    CallGraph graph = new CallGraph(overlay);
    assertThat(overlay.workloads())
        .allSatisfy(
            workload ->
                assertThat(graph.allowed(workload.label()))
                    .as(workload.toString())
                    .isEqualTo(graph.wanted(workload)));
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void eachProgramAdmitsThoseWhoCallIt(Overlay overlay) {
    CallGraph graph = new CallGraph(overlay);
    Map<String, Set<CallGraph.Target>> callers = new TreeMap<>();
    for (Workload workload : overlay.workloads()) {
      for (CallGraph.Target target : graph.wanted(workload)) {
        callers
            .computeIfAbsent(target.name(), name -> new TreeSet<>())
            .add(new CallGraph.Target(workload.label(), target.port()));
      }
    }
    callers.remove("agora");
    assertThat(callers).hasSize(13);
    callers.forEach(
        (name, expected) -> {
          Set<CallGraph.Target> admitted = graph.admitted(name);
          // Replicas of a database call each other.
          admitted.removeIf(caller -> caller.name().equals(name));
          assertThat(admitted).as(name).isEqualTo(expected);
        });
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void kafkaAdmitsThoseWhoUseIt(Overlay overlay) {
    CallGraph graph = new CallGraph(overlay);
    String peers = overlay.all("Kafka").findFirst().orElseThrow().toString();
    for (Workload workload : overlay.services()) {
      boolean uses =
          graph.wanted(workload).stream().anyMatch(target -> target.name().equals("agora"));
      assertThat(peers.contains('"' + workload.label() + '"'))
          .as(workload.toString())
          .isEqualTo(uses);
    }
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void onlyStripeMailAndOwnersProgramsAreOutside(Overlay overlay) {
    CallGraph graph = new CallGraph(overlay);
    assertThat(overlay.workloads())
        .allSatisfy(
            workload ->
                assertThat(graph.outside(workload.label()))
                    .as(workload.toString())
                    .isEqualTo(OUTSIDE.getOrDefault(workload.label(), Set.of())));
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void whatIsNotAllowedIsRefused(Overlay overlay) {
    assertThat(overlay.all("NetworkPolicy"))
        .filteredOn(policy -> Overlay.nameOf(policy).equals("deny-by-default"))
        .singleElement()
        .satisfies(
            policy -> {
              assertThat(Overlay.require(policy, "spec", "podSelector").toString())
                  .isEqualTo("{\"matchLabels\":{\"app.kubernetes.io/part-of\":\"agora\"}}");
              assertThat(Overlay.require(policy, "spec", "policyTypes").toString())
                  .isEqualTo("[\"Ingress\",\"Egress\"]");
              assertThat(Overlay.at(policy, "spec", "ingress")).isEmpty();
              assertThat(Overlay.at(policy, "spec", "egress")).isEmpty();
            });
    assertThat(overlay.workloads())
        .allSatisfy(
            workload ->
                assertThat(
                        Overlay.require(
                                workload.template(),
                                "metadata",
                                "labels",
                                "app.kubernetes.io/part-of")
                            .getAsString())
                    .isEqualTo("agora"));
  }
}
