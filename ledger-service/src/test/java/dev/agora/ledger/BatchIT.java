package dev.agora.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.ledger.account.AgentId;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Many payments in one call. */
class BatchIT extends RunningLedger {

  @Test
  void eachPaymentHasItsOwnResult() {
    AgentId payer = agentWith("100");
    AgentId payee = agent();

    HttpResponse<String> answer =
        batch(payer, false, one(payee, "60"), one(payee, "50"), one(payer, "1"), one(payee, "40"));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode results = json(answer).path("results");
    assertThat(texts(results, "/status"))
        .containsExactly("POSTED", "REJECTED", "REJECTED", "POSTED");
    assertThat(texts(results, "/transfer/net")).containsExactly("57", "", "", "38");
    assertThat(texts(results, "/problem/code"))
        .containsExactly("", "insufficient_credits", "same_agent", "");
    assertThat(results.at("/1/problem/missing").asString()).isEqualTo("10");
    assertThat(results.at("/2/problem/errors/0/pointer").asString()).isEqualTo("/transfers/2/to");
    assertThat(results.at("/3/index").asInt()).isEqualTo(3);
    assertThat(available(payer)).isEqualTo("0");
    assertThat(available(payee)).isEqualTo("95");
  }

  @Test
  void anAtomicBatchIsAllOrNone() {
    AgentId payer = agentWith("100");
    AgentId payee = agent();

    HttpResponse<String> refused =
        batch(
            payer,
            true,
            one(payee, "60"),
            one(payee, "50"),
            one(freshAgentId(), "1"),
            "{\"to\":\"bob\",\"amount\":\"1\"}");
    assertThat(available(payer)).isEqualTo("100");
    HttpResponse<String> posted = batch(payer, true, one(payee, "60"), one(payee, "40"));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(code(refused)).isEqualTo("batch_rejected");
    assertThat(texts(json(refused).path("errors"), "/pointer"))
        .containsExactly("/transfers/1", "/transfers/2", "/transfers/3");
    assertThat(json(refused).at("/errors/0/detail").asString()).startsWith("insufficient_credits");
    assertThat(posted.statusCode()).isEqualTo(200);
    assertThat(available(payer)).isEqualTo("0");
    assertThat(available(payee)).isEqualTo("95");
  }

  /** Or an earlier sending that arrives late is posted, after its caller was told that none was. */
  @Test
  void theRefusalOfAnAtomicBatchStandsWhenCreditsHaveArrivedMeanwhile() {
    AgentId payer = agentWith("10");
    AgentId payee = agent();
    String body = body(true, one(payee, "10"), one(payee, "10"));
    String key = UUID.randomUUID().toString();

    HttpResponse<String> refused = payMany(payer, key, body);
    batch(agentWith("100"), true, one(payer, "100"));
    HttpResponse<String> again = payMany(payer, key, body);

    assertThat(code(refused)).isEqualTo("batch_rejected");
    assertThat(again.body()).isEqualTo(refused.body());
    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.headers().firstValue("Idempotent-Replayed")).hasValue("true");
    assertThat(available(payee)).isEqualTo("0");
    assertThat(payMany(payer, UUID.randomUUID().toString(), body).statusCode()).isEqualTo(200);
  }

  @Test
  void aBatchIsPostedOnceHoweverOftenItIsSent() throws Exception {
    AgentId payer = agentWith("100");
    String body = body(false, one(agent(), "10"), one(agent(), "10"));
    String key = UUID.randomUUID().toString();

    List<HttpResponse<String>> answers = inParallel(20, () -> payMany(payer, key, body));

    assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
    assertThat(answers).extracting(HttpResponse::body).containsOnly(answers.getFirst().body());
    assertThat(available(payer)).isEqualTo("80");
    assertThat(code(payMany(payer, key, body(true, one(agent(), "1")))))
        .isEqualTo("idempotency_key_reused");
  }

  @Test
  void aThousandPaymentsWithLongWordsFitAndNoneMore() {
    AgentId payer = agentWith("1000");
    AgentId payee = agent();
    String long1 =
        "{\"to\":\"%s\",\"amount\":\"1\",\"memo\":\"%s\"}".formatted(payee, "m".repeat(500));

    HttpResponse<String> answer = payMany(payer, "k1", body(false, times(1_000, long1)));
    HttpResponse<String> tooMany = payMany(payer, "k2", body(false, times(1_001, one(payee, "1"))));
    HttpResponse<String> none = payMany(payer, "k3", body(false));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(available(payer)).isEqualTo("0");
    assertThat(available(payee)).isEqualTo("950");
    assertThat(tooMany.statusCode()).isEqualTo(422);
    assertThat(json(tooMany).at("/errors/0/pointer").asString()).isEqualTo("/transfers");
    assertThat(none.statusCode()).isEqualTo(422);
    assertThat(proof().path("ok").asBoolean()).isTrue();
  }

  @Test
  void aWrongFieldIsNamedWithItsPlace() {
    AgentId payer = agentWith("100");

    HttpResponse<String> refused = batch(payer, false, one(agent(), "1"), one(agent(), "0"));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(json(refused).at("/errors/0/pointer").asString()).isEqualTo("/transfers/1/amount");
    assertThat(available(payer)).isEqualTo("100");
  }

  @Test
  void batchesAndSinglePaymentsAtOnceNeverOverspend() throws Exception {
    AgentId payer = agentWith("100");
    AgentId payee = agent();
    String body = body(true, one(payee, "3"), one(payee, "4"));

    List<HttpResponse<String>> answers =
        inParallel(
            40,
            () -> {
              pay(payer, payee, "7");
              return payMany(payer, UUID.randomUUID().toString(), body);
            });

    assertThat(answers).extracting(HttpResponse::statusCode).isSubsetOf(200, 422);
    assertThat(available(payer)).isEqualTo("2");
    assertThat(available(payee)).isEqualTo("93.1");
  }

  private HttpResponse<String> batch(AgentId payer, boolean atomic, String... transfers) {
    return payMany(payer, UUID.randomUUID().toString(), body(atomic, transfers));
  }

  private static String body(boolean atomic, String... transfers) {
    return "{\"transfers\":[%s],\"atomic\":%s}".formatted(String.join(",", transfers), atomic);
  }

  private static String one(AgentId payee, String amount) {
    return body(payee, amount);
  }

  private static String[] times(int count, String transfer) {
    return IntStream.range(0, count).mapToObj(number -> transfer).toArray(String[]::new);
  }

  private static List<String> texts(JsonNode list, String pointer) {
    return list.valueStream().map(one -> one.at(pointer).asString()).collect(Collectors.toList());
  }
}
