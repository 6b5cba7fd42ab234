package dev.agora.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.agora.local.infrastructure.Topic;
import dev.agora.local.infrastructure.TopicCatalogue;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Topics, and who may do what with them, are those of contracts/topics.json. */
class KafkaAccessTest {
  private static final Set<String> USERS =
      Set.of("gateway", "accounts", "ledger", "billing", "payout", "marketplace");

  static Iterable<Overlay> overlays() throws Exception {
    return Overlay.every();
  }

  private static JsonArray declared() {
    String text =
        Modules.read(Modules.root().resolve("contracts/src/main/resources/contracts/topics.json"));
    return JsonParser.parseString(text).getAsJsonObject().getAsJsonArray("topics");
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void topicsAreThoseOfTheContracts(Overlay overlay) {
    Map<String, String> expected = new TreeMap<>();
    for (Topic topic : TopicCatalogue.read()) {
      String kept = topic.compacted() ? "compact" : Long.toString(topic.retention().toMillis());
      expected.put(topic.name(), topic.partitions() + " " + kept);
    }
    Map<String, String> deployed = new TreeMap<>();
    overlay
        .all("KafkaTopic")
        .forEach(topic -> deployed.put(Overlay.nameOf(topic), describe(topic)));
    assertThat(deployed).isEqualTo(expected);
  }

  private static String describe(JsonObject topic) {
    JsonObject config = Overlay.require(topic, "spec", "config").getAsJsonObject();
    String kept = config.has("cleanup.policy") ? "cleanup.policy" : "retention.ms";
    return Overlay.require(topic, "spec", "partitions").getAsInt()
        + " "
        + config.get(kept).getAsString();
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void everyTopicSurvivesTheLossOfABroker(Overlay overlay) {
    assertThat(overlay.all("KafkaTopic"))
        .allSatisfy(
            topic -> {
              assertThat(Overlay.require(topic, "spec", "replicas").getAsInt()).isEqualTo(3);
              assertThat(Overlay.require(topic, "spec", "config", "min.insync.replicas").getAsInt())
                  .isEqualTo(2);
            });
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void everyUserMayWhatTheContractsSay(Overlay overlay) {
    Map<String, Set<String>> expected = new TreeMap<>();
    for (String user : USERS) {
      expected.put(user + "-kafka", rights(user));
    }
    Map<String, Set<String>> deployed = new TreeMap<>();
    overlay
        .all("KafkaUser")
        .filter(user -> !Overlay.nameOf(user).equals("keda-kafka"))
        .forEach(user -> deployed.put(Overlay.nameOf(user), granted(user)));
    assertThat(deployed).isEqualTo(expected);
  }

  private static Set<String> rights(String user) {
    Set<String> rights = new TreeSet<>();
    if (!user.equals("gateway")) {
      rights.add("group " + user + " Describe,Read");
      rights.add("group " + user + "-dead-letters Describe,Read");
    }
    for (JsonElement element : declared()) {
      JsonObject topic = element.getAsJsonObject();
      String name = topic.get("name").getAsString();
      boolean reads = lists(topic, "readers", user);
      boolean writes = lists(topic, "writers", user);
      if (reads || writes) {
        rights.add(
            "topic " + name + " Describe" + (reads ? ",Read" : "") + (writes ? ",Write" : ""));
      }
      if (reads) {
        rights.add("topic " + name + "." + user + ".dlt Describe,Read,Write");
      }
    }
    return rights;
  }

  private static boolean lists(JsonObject topic, String side, String user) {
    return topic.getAsJsonArray(side).asList().stream()
        .map(JsonElement::getAsString)
        .anyMatch(name -> name.replace("-service", "").equals(user));
  }

  private static Set<String> granted(JsonObject user) {
    Set<String> rights = new TreeSet<>();
    Overlay.each(user, "spec", "authorization", "acls")
        .forEach(
            rule -> {
              JsonObject resource = rule.getAsJsonObject("resource");
              assertThat(resource.get("patternType").getAsString()).isEqualTo("literal");
              rights.add(
                  resource.get("type").getAsString()
                      + " "
                      + resource.get("name").getAsString()
                      + " "
                      + String.join(
                          ",",
                          rule.getAsJsonArray("operations").asList().stream()
                              .map(JsonElement::getAsString)
                              .toList()));
            });
    return rights;
  }

  @Test
  void whoWatchesLagsReadsNothing() throws Exception {
    for (Overlay overlay : Overlay.every()) {
      assertThat(overlay.all("KafkaUser"))
          .filteredOn(user -> Overlay.nameOf(user).equals("keda-kafka"))
          .singleElement()
          .satisfies(
              user ->
                  assertThat(granted(user))
                      .containsExactly("group * Describe", "topic * Describe"));
    }
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void kafkaLetsNobodyInWithoutACertificate(Overlay overlay) {
    JsonObject kafka = overlay.all("Kafka").findFirst().orElseThrow();
    assertThat(Overlay.require(kafka, "spec", "kafka", "authorization", "type").getAsString())
        .isEqualTo("simple");
    assertThat(Overlay.each(kafka, "spec", "kafka", "listeners"))
        .allSatisfy(
            listener -> {
              assertThat(listener.get("tls").getAsBoolean()).isTrue();
              assertThat(Overlay.require(listener, "authentication", "type").getAsString())
                  .isEqualTo("tls");
            });
    assertThat(overlay.services())
        .filteredOn(workload -> USERS.contains(workload.label()))
        .allSatisfy(
            workload ->
                assertThat(workload.container().toString())
                    .contains(workload.label() + "-kafka", "agora-cluster-ca-cert"));
  }

  @Test
  void lagsAreThoseOfTopicsAndTheirReaders() throws Exception {
    Set<String> expected = new TreeSet<>();
    for (JsonElement element : declared()) {
      JsonObject topic = element.getAsJsonObject();
      USERS.stream()
          .filter(user -> !user.equals("gateway") && lists(topic, "readers", user))
          .forEach(user -> expected.add(user + " " + topic.get("name").getAsString()));
    }
    Set<String> watched = new TreeSet<>();
    Overlay.render(Overlay.PRODUCTION)
        .all("ScaledObject")
        .flatMap(scaled -> Overlay.each(scaled, "spec", "triggers"))
        .map(trigger -> trigger.getAsJsonObject("metadata"))
        .filter(trigger -> trigger.has("topic"))
        .forEach(
            trigger ->
                watched.add(
                    trigger.get("consumerGroup").getAsString()
                        + " "
                        + trigger.get("topic").getAsString()));
    assertThat(watched).isEqualTo(expected);
  }
}
