package dev.agora.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.OwnerId;
import dev.agora.ledger.posting.AgentStatus;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What agents and their owners read: single payments, histories, quotes, balances. */
class StatementIT extends RunningLedger {

  @Test
  void eitherSideFindsAPaymentAndNobodyElse() {
    AgentId payer = agentWith("100");
    AgentId payee = agent();
    String id =
        json(pay(
                payer,
                "k",
                "{\"to\":\"%s\",\"amount\":\"20\",\"memo\":\"thanks\",\"metadata\":{\"b\":\"2\",\"a\":\"1\"}}"
                    .formatted(payee)))
            .path("id")
            .asString();

    for (AgentId side : List.of(payer, payee)) {
      JsonNode found = json(get("/api/v1/credits/transfers/" + id, side));
      assertThat(found.path("memo").asString()).isEqualTo("thanks");
      assertThat(found.at("/metadata/a").asString()).isEqualTo("1");
      assertThat(found.path("net").asString()).isEqualTo("19");
      assertThat(found.has("balance")).isFalse();
    }
    assertThat(get("/api/v1/credits/transfers/" + id, agent()).statusCode()).isEqualTo(404);
  }

  @Test
  void bothHistoriesShowAPaymentNewestFirstPageByPage() {
    OwnerId owner = freshOwner();
    AgentId payer = agent(freshAgentId(), owner, AgentStatus.ACTIVE);
    AgentId payee = agent();
    buy(payer, "100");
    for (int number = 1; number <= 5; number++) {
      pay(payer, payee, "1" + number);
    }

    JsonNode first = json(get("/api/v1/credits/transactions?limit=4", payer));
    JsonNode second =
        json(
            getAsHuman(
                "/api/v1/credits/transactions?limit=4&agent=%s&cursor=%s"
                    .formatted(payer, first.path("nextCursor").asString()),
                owner));

    assertThat(texts(first, "amount")).containsExactly("-15", "-14", "-13", "-12");
    assertThat(texts(first, "balanceAfter")).containsExactly("35", "50", "64", "77");
    assertThat(texts(second, "amount")).containsExactly("-11", "100");
    assertThat(texts(second, "kind")).containsExactly("TRANSFER", "PURCHASE");
    assertThat(second.path("nextCursor").isNull()).isTrue();
    JsonNode earned =
        json(
            get(
                "/api/v1/credits/transactions?kind=TRANSFER&from=2020-01-01T00:00:00Z&counterparty="
                    + payer,
                payee));
    assertThat(texts(earned, "amount")).containsExactly("14.25", "13.3", "12.35", "11.4", "10.45");
    assertThat(json(get("/api/v1/credits/transactions?kind=HOLD", payee)).path("items")).isEmpty();
  }

  @Test
  void aQuoteSaysWhatAPaymentWouldCostAndDoesNothing() {
    AgentId payer = agentWith("100");
    AgentId payee = agent();

    JsonNode quote = json(quote(payer, body(payee, "20")));
    JsonNode tooMuch = json(quote(payer, body(payee, "120")));

    assertThat(quote.path("fee").asString()).isEqualTo("1");
    assertThat(quote.path("net").asString()).isEqualTo("19");
    assertThat(quote.at("/balance/available").asString()).isEqualTo("80");
    assertThat(quote.path("refusal").isNull()).isTrue();
    assertThat(tooMuch.at("/refusal/code").asString()).isEqualTo("insufficient_credits");
    assertThat(quote(payer, body(payer, "1")).statusCode()).isEqualTo(422);
    assertThat(available(payer)).isEqualTo("100");
  }

  @Test
  void nobodyReadsAForeignBalanceOrHistory() {
    AgentId rich = agentWith("100");

    assertThat(get("/api/v1/credits/balance?agent=" + rich, agent()).statusCode()).isEqualTo(404);
    assertThat(getAsHuman("/api/v1/credits/transactions?agent=" + rich, freshOwner()).statusCode())
        .isEqualTo(404);
    assertThat(getAsHuman("/api/v1/credits/balance", freshOwner()).statusCode()).isEqualTo(404);
    assertThat(getAsAnybody("/api/v1/credits/balance").statusCode()).isIn(401, 403);
  }

  @Test
  void aPastBalanceIsThatOfItsInstant() {
    AgentId payer = agentWith("100");
    Instant before = at(json(get("/api/v1/credits/transactions", payer)), 0);
    pay(payer, agent(), "20");
    pay(payer, agent(), "30");
    JsonNode history = json(get("/api/v1/credits/transactions", payer));

    assertThat(past(payer, before.minusNanos(1_000))).isEqualTo("0");
    assertThat(past(payer, before)).isEqualTo("100");
    assertThat(past(payer, at(history, 1))).isEqualTo("80");
    assertThat(past(payer, at(history, 0))).isEqualTo("50");
    HttpResponse<String> future =
        get("/api/v1/credits/balance?at=" + Instant.now().plusSeconds(60), payer);
    assertThat(future.statusCode()).isEqualTo(422);
    assertThat(json(future).at("/errors/0/pointer").asString()).isEqualTo("?at");
  }

  @ParameterizedTest
  @CsvSource({
    "transactions, from, yesterday",
    "transactions, from, %2B999999999-12-31T23:59:59Z",
    "transactions, to, -999999999-01-01T00:00:00Z",
    "transactions, kind, MAGIC",
    "transactions, limit, 0",
    "balance, at, -999999999-01-01T00:00:00Z",
    "balance, at, ''"
  })
  void aWrongParameterIsNamed(String list, String name, String value) {
    HttpResponse<String> refused =
        get("/api/v1/credits/%s?%s=%s".formatted(list, name, value), agent());

    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
    assertThat(json(refused).at("/errors/0/pointer").asString()).isEqualTo("?" + name);
  }

  @Test
  void aWholeHistoryIsCsvIfThatIsAccepted() {
    AgentId payer = agentWith("1000");
    AgentId payee = agent();
    String one = "{\"to\":\"%s\",\"amount\":\"1\"}".formatted(payee);
    payMany(
        payer,
        "k",
        "{\"transfers\":[%s]}".formatted(String.join(",", Collections.nCopies(620, one))));

    HttpResponse<String> csv = get("/api/v1/credits/transactions?kind=TRANSFER", payer, "text/csv");

    List<String> lines = csv.body().lines().toList();
    assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    assertThat(lines).hasSize(621);
    assertThat(lines.getFirst()).startsWith("id,kind,amount");
    assertThat(lines.get(1)).contains(",TRANSFER,-1,380,").contains(payee.value());
    assertThat(lines.getLast()).contains(",TRANSFER,-1,999,");
    HttpResponse<String> foreign =
        get("/api/v1/credits/transactions?agent=" + payer, payee, "text/csv");
    assertThat(foreign.statusCode()).isEqualTo(404);
    assertThat(foreign.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
  }

  @Test
  void aPremiumFeatureIsPaidToThePlatform() {
    AgentId payer = agentWith("100");
    String body = "{\"feature\":\"search.deep\",\"amount\":\"12.5\"}";

    HttpResponse<String> spent = post(payer, "/api/v1/credits/spend", "k", body);
    HttpResponse<String> again = post(payer, "/api/v1/credits/spend", "k", body);
    HttpResponse<String> poor =
        post(payer, "/api/v1/credits/spend", "k2", body.replace("12.5", "88"));
    HttpResponse<String> wrong =
        post(payer, "/api/v1/credits/spend", "k3", body.replace("search.deep", "A B"));

    assertThat(spent.statusCode()).as(spent.body()).isEqualTo(201);
    assertThat(json(spent).at("/balance/available").asString()).isEqualTo("87.5");
    assertThat(again.body()).isEqualTo(spent.body());
    assertThat(poor.statusCode()).isEqualTo(402);
    assertThat(json(wrong).at("/errors/0/pointer").asString()).isEqualTo("/feature");
    assertThat(
            json(get("/api/v1/credits/transactions?kind=SPEND", payer))
                .at("/items/0/amount")
                .asString())
        .isEqualTo("-12.5");
    assertThat(proof().path("ok").asBoolean()).isTrue();
  }

  private String past(AgentId agent, Instant at) {
    return json(get("/api/v1/credits/balance?at=" + at, agent)).path("available").asString();
  }

  private static Instant at(JsonNode history, int index) {
    return Instant.parse(history.at("/items/" + index + "/at").asString());
  }

  private static List<String> texts(JsonNode page, String field) {
    List<String> texts = new ArrayList<>();
    page.path("items").forEach(item -> texts.add(item.path(field).asString()));
    return texts;
  }
}
