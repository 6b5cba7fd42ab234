package dev.agora.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.OwnerId;
import dev.agora.ledger.posting.AgentStatus;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** One transaction with its double entry, as each of its agents may see it. */
class TransactionDetailIT extends RunningLedger {

  private static final String PATH = "/api/v1/credits/transactions/";

  @Test
  void aPaymentShowsBothSidesAndTheFeeAndOnlyOnesOwnBalances() {
    AgentId payer = agentWith("100");
    AgentId payee = agent();
    pay(payer, payee, "20");
    String id = newest(payer);

    JsonNode paid = json(get(PATH + id, payer));
    JsonNode earned = json(get(PATH + id, payee));

    assertThat(legs(paid))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "agent/" + payer + "/purchased CREDIT",
                "-20 80",
                "agent/" + payee + " CREDIT",
                "19 null",
                "platform/fees/transfer CREDIT",
                "1 null"));
    assertThat(legs(earned))
        .containsEntry("agent/" + payer + " CREDIT", "-20 null")
        .containsEntry("agent/" + payee + "/earned CREDIT", "19 19");
    assertThat(paid.path("fee").asString()).isEqualTo("1");
    assertThat(paid.path("feeBps").asInt()).isEqualTo(500);
    assertThat(paid.path("from").asString()).isEqualTo(payer.value());
    assertThat(paid.path("to").asString()).isEqualTo(payee.value());
  }

  @Test
  void aPurchaseBalancesInCreditsAndInDollars() {
    OwnerId owner = freshOwner();
    AgentId agent = agent(freshAgentId(), owner, AgentStatus.ACTIVE);
    buy(agent, "100");

    JsonNode bought = json(getAsHuman(PATH + newest(agent) + "?agent=" + agent, owner));

    assertThat(bought.path("kind").asString()).isEqualTo("PURCHASE");
    for (String asset : List.of("CREDIT", "USD")) {
      List<BigDecimal> amounts =
          bought
              .path("legs")
              .valueStream()
              .filter(leg -> leg.path("asset").asString().equals(asset))
              .map(leg -> new BigDecimal(leg.path("amount").asString()))
              .toList();
      assertThat(amounts).as(asset).hasSizeGreaterThan(1);
      assertThat(amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isZero();
    }
    assertThat(bought.path("legs").valueStream())
        .filteredOn(leg -> !leg.path("account").asString().startsWith("agent/"))
        .isNotEmpty()
        .allMatch(leg -> leg.path("balanceAfter").isNull());
  }

  @Test
  void whoHasNoPartInItFindsNothing() {
    AgentId payer = agentWith("100");
    pay(payer, agent(), "20");
    String id = newest(payer);

    assertThat(get(PATH + id, agent()).statusCode()).isEqualTo(404);
    assertThat(code(get(PATH + id, agent()))).isEqualTo("transaction_not_found");
    assertThat(code(getAsHuman(PATH + id + "?agent=" + payer, freshOwner())))
        .isEqualTo("agent_not_found");
  }

  /** The number within finds the row, so the time within has to fit too. */
  @Test
  void anIdOfAnotherTimeIsNoId() {
    AgentId payer = agentWith("100");
    String id = newest(payer);
    String other = "txn_" + (id.charAt(4) == '0' ? '1' : '0') + id.substring(5);

    assertThat(get(PATH + id, payer).statusCode()).isEqualTo(200);
    assertThat(get(PATH + other, payer).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"txn_1", "trf_01939c5e7a4b7c3d8e9f0a1b2c3d4e70", "x", "txn_%00", "..%2F"})
  void aMalformedIdIsNotThere(String id) {
    assertThat(get(PATH + id, agent()).statusCode()).isIn(400, 404);
  }

  private String newest(AgentId agent) {
    return json(get("/api/v1/credits/transactions?limit=1", agent)).at("/items/0/id").asString();
  }

  /** Amount and balance by account and asset. */
  private static Map<String, String> legs(JsonNode transaction) {
    Map<String, String> legs = new TreeMap<>();
    transaction
        .path("legs")
        .forEach(
            leg ->
                legs.put(
                    leg.path("account").asString() + " " + leg.path("asset").asString(),
                    leg.path("amount").asString()
                        + " "
                        + (leg.path("balanceAfter").isNull()
                            ? null
                            : leg.path("balanceAfter").asString())));
    return legs;
  }
}
