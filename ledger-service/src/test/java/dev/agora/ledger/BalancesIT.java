package dev.agora.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.OwnerId;
import dev.agora.ledger.posting.AgentStatus;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** An owner reads the balances and limits of all agents at once, and how one went. */
class BalancesIT extends RunningLedger {

  private static final String PATH = "/api/v1/credits/balances";
  private static final String HISTORY = "/api/v1/credits/balance-history";

  private final OwnerId owner = freshOwner();

  @Test
  void eachAgentIsThereAsItIsByItself() {
    AgentId payer = owned();
    AgentId payee = owned();
    AgentId idle = owned();
    buy(payer, "100");
    send(owner, "PUT", "/api/v1/agents/" + payer + "/limits", "{\"daily\":\"70\"}");
    pay(payer, agentWith("1"), "20");
    hold(payer);
    pay(agentWith("50"), payee, "40");

    List<JsonNode> all = json(getAsHuman(PATH, owner)).path("items").valueStream().toList();

    assertThat(all.stream().map(one -> one.at("/balance/agent").asString()))
        .containsExactlyInAnyOrder(payer.value(), payee.value(), idle.value())
        .isSortedAccordingTo((one, other) -> other.compareTo(one));
    for (JsonNode one : all) {
      String agent = one.at("/balance/agent").asString();
      JsonNode balance = json(getAsHuman("/api/v1/credits/balance?agent=" + agent, owner));
      JsonNode limits = json(send(owner, "GET", "/api/v1/agents/" + agent + "/limits", ""));
      assertThat(fields(one.path("balance"))).isEqualTo(fields(balance));
      assertThat(fields(limits)).containsAllEntriesOf(fields(one.path("spending")));
    }
    assertThat(json(getAsHuman(PATH, owner)).at("/items").toString()).contains("\"daily\":\"70\"");
  }

  @Test
  void pagesFollowEachOtherAndNobodySeesAnothers() {
    AgentId first = owned();
    AgentId second = owned();

    JsonNode page = json(getAsHuman(PATH + "?limit=1", owner));
    JsonNode next =
        json(getAsHuman(PATH + "?limit=1&cursor=" + page.path("nextCursor").asString(), owner));

    assertThat(
            List.of(
                page.at("/items/0/balance/agent").asString(),
                next.at("/items/0/balance/agent").asString()))
        .containsExactlyInAnyOrder(first.value(), second.value());
    assertThat(next.path("nextCursor").isNull()).isTrue();
    assertThat(json(getAsHuman(PATH, freshOwner())).path("items")).isEmpty();
    assertThat(get(PATH, first).statusCode()).isEqualTo(403);
    assertThat(getAsAnybody(PATH).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"?limit=0", "?limit=101", "?limit=many", "?cursor=nonsense"})
  void aWrongPageIsNamed(String query) {
    assertThat(getAsHuman(PATH + query, owner).statusCode()).isEqualTo(422);
  }

  @Test
  void aHistoryIsWhatEachMomentSays() {
    Instant before = Instant.now().truncatedTo(ChronoUnit.MICROS);
    AgentId agent = owned();
    buy(agent, "100");
    pay(agent, agentWith("1"), "20");
    hold(agent);

    String window = "?agent=%s&from=%s&readings=25".formatted(agent, before);
    JsonNode history = json(getAsHuman(HISTORY + window, owner)).path("items");

    assertThat(history).hasSize(25);
    assertThat(history.at("/0/at").asString()).isEqualTo(before.toString());
    assertThat(history.at("/0/available").asString()).isEqualTo("0");
    assertThat(history.at("/24/available").asString()).isEqualTo("70");
    assertThat(history.at("/24/held").asString()).isEqualTo("10");
    for (JsonNode one : history) {
      String at = "/api/v1/credits/balance?at=" + one.path("at").asString();
      assertThat(fields(json(get(at, agent)))).containsAllEntriesOf(without(one, "at"));
    }
    assertThat(json(get(HISTORY, agent)).path("items")).hasSize(12);
    assertThat(getAsHuman(HISTORY + "?agent=" + agent, freshOwner()).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "to=2999-01-01T00:00:00Z, ?to",
    "from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z, ?from",
    "from=yesterday, ?from",
    "readings=1, ?readings",
    "readings=101, ?readings",
    "readings=some, ?readings"
  })
  void aWrongWindowIsNamed(String query, String pointer) {
    HttpResponse<String> answer = get(HISTORY + "?" + query, owned());

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("\"" + pointer + "\"");
  }

  private void hold(AgentId payer) {
    String body = "{\"to\":\"%s\",\"amount\":\"10\",\"expiresIn\":\"PT1H\"}".formatted(agent());
    assertThat(post(payer, "/api/v1/credits/holds", "h", body).statusCode()).isEqualTo(201);
  }

  private AgentId owned() {
    return agent(freshAgentId(), owner, AgentStatus.ACTIVE);
  }

  /** All but the moment of the answer. */
  private static Map<String, JsonNode> fields(JsonNode object) {
    return without(object, "asOf");
  }

  private static Map<String, JsonNode> without(JsonNode object, String name) {
    return object
        .propertyStream()
        .filter(field -> !field.getKey().equals(name))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
