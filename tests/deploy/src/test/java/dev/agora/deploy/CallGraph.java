package dev.agora.deploy;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who calls whom: as the addresses in variables say, and as network policies let.
 *
 * @param overlay whose policies
 */
record CallGraph(Overlay overlay) {
  private static final String NAME = "app.kubernetes.io/name";
  private static final Pattern ADDRESS =
      Pattern.compile("(?:http|jdbc:postgresql)://([a-z0-9-]+):(\\d+)");
  private static final Pattern KAFKA = Pattern.compile("^([a-z-]+)-kafka-bootstrap:(\\d+)$");

  /** A name in the cluster and a port of it. */
  record Target(String name, int port) implements Comparable<Target> {
    @Override
    public int compareTo(Target other) {
      return toString().compareTo(other.toString());
    }
  }

  /** Whom a variable's value points at, if it is an address. */
  static List<Target> target(String value) {
    Matcher address = ADDRESS.matcher(value);
    return address.find()
        ? List.of(new Target(address.group(1), Integer.parseInt(address.group(2))))
        : List.of();
  }

  /** Whether there is something at an address. */
  static boolean isServed(Overlay overlay, Target target) {
    boolean service =
        overlay
            .all("Service")
            .filter(one -> Overlay.nameOf(one).equals(target.name()))
            .flatMap(one -> Overlay.each(one, "spec", "ports"))
            .anyMatch(port -> port.get("port").getAsInt() == target.port());
    return service
        || (target.port() == 5432
            && Stream.concat(
                    overlay.all("Cluster").map(cluster -> Overlay.nameOf(cluster) + "-rw"),
                    overlay.all("Pooler").map(Overlay::nameOf))
                .anyMatch(target.name()::equals));
  }

  /** Whom a workload has the addresses of. A migration only uses that of its database. */
  Set<Target> wanted(Workload workload) {
    Set<Target> wanted = new TreeSet<>();
    for (String value : workload.environment().values()) {
      target(value).stream()
          .filter(target -> workload.isService() || target.port() == 5432)
          .map(this::database)
          .forEach(wanted::add);
    }
    String kafka = overlay.settings().getOrDefault("AGORA_KAFKA", "");
    Matcher address = KAFKA.matcher(kafka);
    if (workload.isService() && usesKafka(workload) && address.matches()) {
      wanted.add(new Target(address.group(1), Integer.parseInt(address.group(2))));
    }
    return wanted;
  }

  private static boolean usesKafka(Workload workload) {
    return Modules.hasApplication(workload.module())
        && Modules.required(workload.module()).contains("AGORA_KAFKA");
  }

  /** The cluster behind the name of one of its services. */
  private Target database(Target target) {
    Optional<String> pooled =
        overlay
            .all("Pooler")
            .filter(pooler -> Overlay.nameOf(pooler).equals(target.name()))
            .map(pooler -> Overlay.require(pooler, "spec", "cluster", "name").getAsString())
            .findFirst();
    return new Target(pooled.orElse(target.name().replaceFirst("-rw$", "")), target.port());
  }

  /** Whom policies let the pods of a name call, names and the internet left out. */
  Set<Target> allowed(String label) {
    return policiesFor(label)
        .flatMap(policy -> Overlay.each(policy, "spec", "egress"))
        .flatMap(rule -> targets(rule, "to"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Who may call the pods of a name, as targets that name the callers. */
  Set<Target> admitted(String label) {
    return policiesFor(label)
        .flatMap(policy -> Overlay.each(policy, "spec", "ingress"))
        .flatMap(rule -> targets(rule, "from"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The ports of the internet that the pods of a name may call. */
  Set<Integer> outside(String label) {
    return policiesFor(label)
        .flatMap(policy -> Overlay.each(policy, "spec", "egress"))
        .filter(rule -> Overlay.each(rule, "to").anyMatch(peer -> peer.has("ipBlock")))
        .flatMap(rule -> Overlay.each(rule, "ports"))
        .map(port -> port.get("port").getAsInt())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Stream<JsonObject> policiesFor(String label) {
    return overlay
        .all("NetworkPolicy")
        .filter(
            policy ->
                names(Overlay.require(policy, "spec", "podSelector").getAsJsonObject())
                    .contains(label));
  }

  private static Stream<Target> targets(JsonObject rule, String direction) {
    return Overlay.each(rule, direction)
        .filter(peer -> peer.has("podSelector"))
        .flatMap(peer -> names(peer.getAsJsonObject("podSelector")).stream())
        .flatMap(
            name ->
                Overlay.each(rule, "ports")
                    .map(port -> new Target(name, port.get("port").getAsInt())));
  }

  /** The names that a selector names: of pods, a database's cluster or a Kafka. */
  private static List<String> names(JsonObject selector) {
    List<String> names = new ArrayList<>();
    for (String label : List.of(NAME, "cnpg.io/cluster", "strimzi.io/cluster")) {
      Overlay.at(selector, "matchLabels", label).ifPresent(name -> names.add(name.getAsString()));
    }
    Overlay.each(selector, "matchExpressions")
        .filter(expression -> expression.get("key").getAsString().equals(NAME))
        .flatMap(expression -> expression.getAsJsonArray("values").asList().stream())
        .forEach(name -> names.add(name.getAsString()));
    return names;
  }
}
