package dev.agora.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.agora.local.launcher.client.Agent;
import dev.agora.local.launcher.client.Person;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * Whatever anybody sends, the answer is one that the document knows, and wrong input is refused.
 * The suite draws the same requests each time, so that it fails only where something has changed;
 * {@code -Dagora.fuzz.seconds} draws others, for that long with each caller.
 */
@ExtendWith(RunningAgora.class)
class FuzzIT {

  private static final String SECONDS = "agora.fuzz.seconds";
  private static final Duration BUDGET = Duration.ofSeconds(Integer.getInteger(SECONDS, 10));

  /** Every constraint of every field takes minutes; a short run draws some of all operations. */
  private static final String PHASES =
      BUDGET.compareTo(Duration.ofMinutes(1)) < 0
          ? "fuzzing,stateful"
          : "coverage,fuzzing,stateful";

  /** They would end the very session or key that the rest is tried with. */
  private static final Set<String> ENDING =
      Set.of(
          "signOut",
          "endOtherSessions",
          "revokeCurrentKey",
          "changePassword",
          "closeAgent",
          "deleteMe");

  private static final String WEBHOOK = "/webhooks/";

  private final Agora agora;

  FuzzIT(Agora agora) {
    this.agora = agora;
  }

  @Test
  void asAHuman() throws IOException, InterruptedException {
    Person owner = agora.newcomer("Fuzz");
    owner.buy(owner.createAgent("Fuzzed"), "pkg_100");
    isSound("human", takes("session", JsonNode::isEmpty), owner.api().bearer());
  }

  @Test
  void asAnAgent() throws IOException, InterruptedException {
    Person owner = agora.newcomer("Fuzz");
    Agent agent = owner.createAgent("Fuzzing");
    owner.buy(agent, "pkg_100");
    isSound("agent", takes("agentKey", _ -> true), agent.key());
    agora.proof();
  }

  @Test
  void asAnOperator() throws IOException, InterruptedException {
    isSound(
        "operator",
        takes("session", roles -> roles.toString().contains("OPERATOR")),
        agora.staff().operator().api().bearer());
    agora.proof();
  }

  @Test
  void asNobody() throws IOException, InterruptedException {
    isSound("nobody", security -> security.toString().contains("{}"), "");
  }

  /** Nobody but Stripe can sign what would be accepted, so that all of it is refused. */
  @Test
  void asNobodyWhoSendsWebhooks() throws IOException, InterruptedException {
    isSound(
        "stripe",
        operations(WEBHOOK, _ -> true),
        "",
        List.of("--phases", "fuzzing", "--exclude-checks", "positive_data_acceptance"));
  }

  private void isSound(String caller, Predicate<JsonNode> wanted, String bearer)
      throws IOException, InterruptedException {
    isSound(caller, operations("/api/", wanted), bearer, List.of("--phases", PHASES));
  }

  private void isSound(String caller, List<String> operations, String bearer, List<String> options)
      throws IOException, InterruptedException {
    Schemathesis.Verdict verdict =
        new Schemathesis(agora.url(), caller)
            .run(
                operations,
                bearer,
                BUDGET,
                Stream.concat(options.stream(), seed().stream()).toList());
    assumeThat(verdict.installed())
        .as("skipped: schemathesis could not be installed from PyPI: %s", verdict.said())
        .isTrue();
    assertThat(verdict.ok()).as("%s", verdict.said()).isTrue();
  }

  private static List<String> seed() {
    return Integer.getInteger(SECONDS) == null ? List.of("--seed", "1") : List.of();
  }

  private static Predicate<JsonNode> takes(String scheme, Predicate<JsonNode> needs) {
    return security ->
        security.valueStream().anyMatch(way -> way.has(scheme) && needs.test(way.path(scheme)));
  }

  /** The operations below a path that this caller may use. */
  private List<String> operations(String below, Predicate<JsonNode> wanted) {
    return agora
        .anyone()
        .get("/openapi.json")
        .must(200)
        .body()
        .path("paths")
        .propertyStream()
        .filter(path -> path.getKey().startsWith(below))
        .flatMap(path -> path.getValue().valueStream())
        .filter(operation -> wanted.test(operation.path("security")))
        .map(operation -> operation.path("operationId").asString())
        .filter(id -> !ENDING.contains(id))
        .toList();
  }
}
