package dev.agora.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.OwnerId;
import dev.agora.ledger.posting.AgentStatus;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** An owner reads the balances and limits of all agents at once. */
class BalancesIT extends RunningLedger {

  private static final String PATH = "/api/v1/credits/balances";

  private final OwnerId owner = freshOwner();

  @Test
  void eachAgentIsThereAsItIsByItself() {
    AgentId payer = owned();
    AgentId payee = owned();
    AgentId idle = owned();
    buy(payer, "100");
    send(owner, "PUT", "/api/v1/agents/" + payer + "/limits", "{\"daily\":\"70\"}");
    pay(payer, agentWith("1"), "20");
    post(payer, "/api/v1/credits/holds", "h", "{\"amount\":\"10\",\"expiresInSeconds\":3600}");
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

  private AgentId owned() {
    return agent(freshAgentId(), owner, AgentStatus.ACTIVE);
  }

  /** All but the moment of the answer. */
  private static Map<String, JsonNode> fields(JsonNode object) {
    return object
        .propertyStream()
        .filter(field -> !field.getKey().equals("asOf"))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
