package dev.agora.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.ledger.account.AgentId;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What operators do, two of them where money moves by hand. */
class RewardIT extends RunningLedger {

  private static final String FUNDING = "/api/v1/ledger/rewards-funding";
  private final String grace = freshOwner().value();
  private final String linus = freshOwner().value();

  @AfterEach
  void theProofHolds() {
    JsonNode proof = proof();
    assertThat(proof.path("ok").asBoolean()).as(proof.toPrettyString()).isTrue();
  }

  @Test
  void rewardsArePaidOutOfCollectedFees() {
    collectFees();
    AgentId contributor = agent();
    String body = "{\"amount\":\"20\",\"reason\":\"a quarter's rewards\"}";

    HttpResponse<String> asked = operate(grace, FUNDING, body);
    String approve = FUNDING + "/" + json(asked).path("id").asString() + "/approve";
    HttpResponse<String> alone = operate(grace, approve, "");
    HttpResponse<String> approved = operate(linus, approve, "");
    HttpResponse<String> again = operate(linus, approve, "");
    HttpResponse<String> rewarded = reward(contributor, "15");

    assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
    assertThat(json(asked).path("status").asString()).isEqualTo("PENDING");
    assertThat(alone.statusCode()).isEqualTo(403);
    assertThat(code(alone)).isEqualTo("second_operator_needed");
    assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);
    assertThat(json(approved).path("status").asString()).isEqualTo("POSTED");
    assertThat(again.body()).isEqualTo(approved.body());
    assertThat(rewarded.statusCode()).as(rewarded.body()).isEqualTo(201);
    JsonNode balance = json(get("/api/v1/credits/balance", contributor));
    assertThat(balance.at("/buckets/earned").asString()).isEqualTo("15");
    assertThat(code(reward(contributor, "1000000"))).isEqualTo("not_enough_collected");
    JsonNode item = json(get("/api/v1/credits/transactions", contributor)).at("/items/0");
    assertThat(item.path("kind").asString()).isEqualTo("REWARD");
    assertThat(item.path("memo").asString()).isEqualTo("a fine answer");
    assertThat(item.path("reference").asString()).isEqualTo("kb-1");
  }

  @Test
  void actsAreListedNewestFirstPageByPage() {
    collectFees();
    String first = ask("1");
    String second = ask("2");
    operate(linus, FUNDING + "/" + first + "/approve", "");

    JsonNode newest = json(readAs(linus, "/api/v1/ledger/acts?limit=1"));
    String cursor = newest.path("nextCursor").asString();
    JsonNode next = json(readAs(linus, "/api/v1/ledger/acts?limit=1&cursor=" + cursor));

    assertThat(newest.at("/items/0/id").asString()).isEqualTo(second);
    assertThat(newest.at("/items/0/status").asString()).isEqualTo("PENDING");
    assertThat(next.at("/items/0/id").asString()).isEqualTo(first);
    assertThat(next.at("/items/0/status").asString()).isEqualTo("POSTED");
    assertThat(get("/api/v1/ledger/acts", agent()).statusCode()).isEqualTo(403);
  }

  private String ask(String amount) {
    String body = "{\"amount\":\"%s\",\"reason\":\"a quarter's rewards\"}".formatted(amount);
    return json(operate(grace, FUNDING, body)).path("id").asString();
  }

  /** More at once than there are connections to the database: none waits for a second one. */
  @Test
  void manyApprovalsAtOnceAllEnd() throws Exception {
    pay(agentWith("1000"), agent(), "1000");
    Queue<String> approvals = new ConcurrentLinkedQueue<>();
    for (int act = 0; act < 40; act++) {
      HttpResponse<String> asked = operate(grace, FUNDING, "{\"amount\":\"1\",\"reason\":\"r\"}");
      approvals.add(FUNDING + "/" + json(asked).path("id").asString() + "/approve");
    }

    List<HttpResponse<String>> approved =
        inParallel(40, () -> operate(linus, approvals.remove(), ""));

    assertThat(approved).extracting(HttpResponse::statusCode).containsOnly(200);
  }

  @Test
  void feesAreClosedIntoRevenue() {
    collectFees();

    HttpResponse<String> closed =
        act("/api/v1/ledger/fee-closing", "{\"amount\":\"10\",\"reason\":\"the month\"}");
    HttpResponse<String> odd =
        operate(
            grace, "/api/v1/ledger/fee-closing", "{\"amount\":\"0.05\",\"reason\":\"the month\"}");

    assertThat(closed.statusCode()).as(closed.body()).isEqualTo(200);
    assertThat(odd.statusCode()).isEqualTo(422);
    assertThat(json(odd).at("/errors/0/pointer").asString()).isEqualTo("/amount");
    assertThat(
            code(
                act(
                    "/api/v1/ledger/fee-closing",
                    "{\"amount\":\"1000000000\",\"reason\":\"all\"}")))
        .isEqualTo("not_enough_collected");
  }

  @Test
  void anAgentsCreditsAreAdjustedByTwo() {
    collectFees();
    AgentId agent = agentWith("10");
    String path = "/api/v1/ledger/adjustments";
    String give =
        "{\"agent\":\"%s\",\"direction\":\"CREDIT\",\"amount\":\"5\",\"reason\":\"an outage\"}"
            .formatted(agent);

    assertThat(act(path, give).statusCode()).isEqualTo(200);
    assertThat(available(agent)).isEqualTo("15");
    assertThat(act(path, give.replace("CREDIT", "DEBIT")).statusCode()).isEqualTo(200);
    assertThat(available(agent)).isEqualTo("10");
    assertThat(code(act(path, give.replace("CREDIT", "DEBIT").replace("\"5\"", "\"11\""))))
        .isEqualTo("insufficient_credits");
    assertThat(operate(grace, path, give.replace("CREDIT", "UP")).statusCode()).isEqualTo(422);
  }

  @Test
  void nobodyButOperatorsDoesThis() {
    AgentId agent = agent();

    assertThat(post(agent, FUNDING, "k", "{\"amount\":\"1\",\"reason\":\"mine\"}").statusCode())
        .isEqualTo(403);
    assertThat(operate(grace, FUNDING + "/act_0/approve", "").statusCode()).isEqualTo(404);
    assertThat(operate(grace, "/api/v1/ledger/anything/act_0/approve", "").statusCode())
        .isEqualTo(404);
  }

  /** Of which those on earned credits may be given away: no refund takes as much. */
  private void collectFees() {
    AgentId earner = agent();
    pay(agentWith("10000"), earner, "10000");
    pay(earner, agent(), "9500");
  }

  private HttpResponse<String> act(String path, String body) {
    String id = json(operate(grace, path, body)).path("id").asString();
    return operate(linus, path + "/" + id + "/approve", "");
  }

  private HttpResponse<String> reward(AgentId agent, String amount) {
    return operate(
        grace,
        "/api/v1/credits/rewards",
        "{\"agent\":\"%s\",\"amount\":\"%s\",\"quality\":\"0.9\",\"reason\":\"a fine answer\",\"reference\":\"kb-1\"}"
            .formatted(agent, amount));
  }
}
