package dev.agora.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.HoldId;
import dev.agora.ledger.account.OwnerId;
import dev.agora.ledger.posting.AgentStatus;
import dev.agora.ledger.posting.HoldPurpose;
import dev.agora.ledger.posting.Outcome;
import dev.agora.ledger.posting.Posting;
import dev.agora.ledger.posting.PostingId;
import dev.agora.money.Credits;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What an owner lets its agent spend, and whether it lets it at all. */
class SpendingControlIT extends RunningLedger {

  private final OwnerId owner = freshOwner();
  private final AgentId payer = freshAgentId();

  @BeforeEach
  void fund() {
    agent(payer, owner, AgentStatus.ACTIVE);
    buy(payer, "1000");
  }

  @Test
  void anOwnerReadsAndReplacesTheLimits() {
    HttpResponse<String> none = limits();
    HttpResponse<String> set = limit("{\"perPayment\":\"50\",\"daily\":\"100\"}");

    assertThat(none.statusCode()).isEqualTo(200);
    assertThat(json(none).path("daily").isNull()).isTrue();
    assertThat(none.headers().firstValue("ETag")).hasValue("\"0\"");
    assertThat(set.statusCode()).as(set.body()).isEqualTo(200);
    assertThat(set.headers().firstValue("ETag")).hasValue("\"1\"");
    pay(payer, agent(), "30");
    JsonNode now = json(limits());
    assertThat(now.path("perPayment").asString()).isEqualTo("50");
    assertThat(now.path("daily").asString()).isEqualTo("100");
    assertThat(now.path("monthly").isNull()).isTrue();
    assertThat(now.path("spentToday").asString()).isEqualTo("30");
    assertThat(now.path("spentThisMonth").asString()).isEqualTo("30");
    assertThat(now.path("dayResetsAt").asString()).endsWith("T00:00:00Z");
  }

  @Test
  void aStaleVersionIsRefused() {
    limit("{\"daily\":\"100\"}");

    HttpResponse<String> stale =
        send(
            as(owner, "PUT", "/api/v1/agents/" + payer + "/limits", "{\"daily\":\"7\"}")
                .header("If-Match", "\"0\""));
    HttpResponse<String> fresh =
        send(
            as(owner, "PUT", "/api/v1/agents/" + payer + "/limits", "{\"daily\":\"8\"}")
                .header("If-Match", "\"1\""));

    assertThat(stale.statusCode()).isEqualTo(412);
    assertThat(code(stale)).isEqualTo("stale_version");
    assertThat(fresh.statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"daily":"0"}                | /daily
          {"perPayment":"-1"}          | /perPayment
          {"monthly":"1.0000001"}      | /monthly
          {"allowed":["bob"]}          | /allowed/0
          {"blocked":[null]}           | /blocked/0
          {"weekly":"1"}               | /weekly
          """)
  void aWrongFieldIsNamed(String body, String pointer) {
    HttpResponse<String> refused = limit(body);

    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
    assertThat(json(refused).at("/errors/0/pointer").asString()).isEqualTo(pointer);
  }

  @Test
  void nobodyElseDecides() {
    String path = "/api/v1/agents/" + payer;
    OwnerId other = freshOwner();

    assertThat(send(other, "GET", path + "/limits", "").statusCode()).isEqualTo(404);
    assertThat(send(other, "PUT", path + "/limits", "{}").statusCode()).isEqualTo(404);
    assertThat(send(other, "POST", path + "/freeze", "").statusCode()).isEqualTo(404);
    assertThat(send(other, "DELETE", path, "").statusCode()).isEqualTo(404);
    assertThat(get(path + "/limits", payer).statusCode()).isEqualTo(403);
  }

  @Test
  void aRefusalNamesTheLimitWhatIsLeftAndWhoCanChangeIt() {
    limit("{\"perPayment\":\"50\",\"daily\":\"80\",\"monthly\":\"500\"}");
    AgentId payee = agent();

    HttpResponse<String> tooLarge = pay(payer, payee, "50.000001");
    assertThat(pay(payer, payee, "50").statusCode()).isEqualTo(201);
    HttpResponse<String> tooMuch = pay(payer, payee, "31");

    assertThat(tooLarge.statusCode()).isEqualTo(403);
    assertThat(code(tooLarge)).isEqualTo("limit_exceeded");
    assertThat(json(tooLarge).at("/limit/name").asString()).isEqualTo("PER_PAYMENT");
    assertThat(json(tooMuch).at("/limit/name").asString()).isEqualTo("DAILY");
    assertThat(json(tooMuch).at("/limit/max").asString()).isEqualTo("80");
    assertThat(json(tooMuch).at("/limit/left").asString()).isEqualTo("30");
    assertThat(json(tooMuch).at("/limit/resetsAt").asString()).endsWith("T00:00:00Z");
    assertThat(json(tooMuch).path("remedy").asString()).contains("owner", "/limits");
    assertThat(json(quote(payer, body(payee, "31"))).at("/refusal/limit/name").asString())
        .isEqualTo("DAILY");
    assertThat(available(payer)).isEqualTo("950");
  }

  @Test
  void parallelPaymentsAndHoldsNeverExceedABudget() throws Exception {
    limit("{\"daily\":\"100\",\"monthly\":\"90\"}");
    AgentId payee = agent();
    AtomicInteger held = new AtomicInteger();
    // Orders come from Kafka's listeners, which are fewer than the pool's connections.
    Semaphore listeners = new Semaphore(4);

    List<HttpResponse<String>> answers =
        inParallel(
            60,
            () -> {
              listeners.acquire();
              try {
                if (order(payee, "10") instanceof Outcome.Accepted) {
                  held.incrementAndGet();
                }
              } finally {
                listeners.release();
              }
              return pay(payer, payee, "10");
            });

    long paid = answers.stream().filter(answer -> answer.statusCode() == 201).count();
    assertThat(paid + held.get()).isEqualTo(9);
    assertThat(answers).extracting(HttpResponse::statusCode).isSubsetOf(201, 403);
    assertThat(json(limits()).path("spentThisMonth").asString()).isEqualTo("90");
  }

  @Test
  void onlyWhomTheOwnerAllowsIsPaid() {
    AgentId friend = agent();
    AgentId stranger = agent();
    AgentId foe = agent();
    limit("{\"allowed\":[\"%s\",\"%s\"],\"blocked\":[\"%s\"]}".formatted(friend, foe, foe));

    assertThat(pay(payer, friend, "1").statusCode()).isEqualTo(201);
    assertThat(code(pay(payer, stranger, "1"))).isEqualTo("counterparty_not_allowed");
    assertThat(code(pay(payer, foe, "1"))).isEqualTo("counterparty_not_allowed");
    assertThat(order(stranger, "1")).isInstanceOf(Outcome.Rejected.class);
    limit("{\"blocked\":[\"%s\"]}".formatted(foe));
    assertThat(pay(payer, stranger, "1").statusCode()).isEqualTo(201);
    assertThat(pay(payer, foe, "1").statusCode()).isEqualTo(403);
  }

  @Test
  void aFrozenAgentIsPaidButDoesNotPay() {
    assertThat(json(send(owner, "POST", path("/freeze"), "")).path("status").asString())
        .isEqualTo("FROZEN");
    assertThat(send(owner, "POST", path("/freeze"), "").statusCode()).isEqualTo(200);

    assertThat(code(pay(payer, agent(), "1"))).isEqualTo("agent_frozen");
    assertThat(pay(agentWith("10"), payer, "10").statusCode()).isEqualTo(201);

    assertThat(send(owner, "POST", path("/unfreeze"), "").statusCode()).isEqualTo(200);
    assertThat(pay(payer, agent(), "1").statusCode()).isEqualTo(201);
    assertThat(statusEvents()).containsExactly("FROZEN", "ACTIVE");
    assertThat(acts()).containsExactly(owner + " ACTIVE FROZEN", owner + " FROZEN ACTIVE");
  }

  @Test
  void anAgentIsClosedWhenNothingIsLeftOfIt() {
    HttpResponse<String> early = send(owner, "DELETE", path(""), "");
    pay(payer, agent(), "1000");
    HttpResponse<String> closed = send(owner, "DELETE", path(""), "");

    assertThat(early.statusCode()).isEqualTo(409);
    assertThat(code(early)).isEqualTo("agent_not_empty");
    assertThat(json(early).path("available").asString()).isEqualTo("1000");
    assertThat(closed.statusCode()).isEqualTo(200);
    assertThat(json(closed).path("status").asString()).isEqualTo("CLOSED");
    assertThat(send(owner, "DELETE", path(""), "").statusCode()).isEqualTo(200);
    assertThat(code(send(owner, "POST", path("/unfreeze"), ""))).isEqualTo("agent_closed");
    assertThat(code(limit("{}"))).isEqualTo("agent_closed");
    assertThat(pay(agentWith("10"), payer, "1").statusCode()).isEqualTo(409);
    assertThat(statusEvents()).containsExactly("CLOSED");
  }

  @Test
  void anAgentThatSomebodyHasYetToPayIsNotClosed() {
    AgentId seller = freshAgentId();
    OwnerId sellersOwner = freshOwner();
    agent(seller, sellersOwner, AgentStatus.ACTIVE);
    order(seller, "10");

    HttpResponse<String> early = send(sellersOwner, "DELETE", "/api/v1/agents/" + seller, "");

    assertThat(code(early)).isEqualTo("agent_not_empty");
    assertThat(json(early).path("expectedHolds").asInt()).isEqualTo(1);
  }

  private HttpResponse<String> limits() {
    return send(owner, "GET", path("/limits"), "");
  }

  private HttpResponse<String> limit(String body) {
    return send(owner, "PUT", path("/limits"), body);
  }

  private String path(String rest) {
    return "/api/v1/agents/" + payer + rest;
  }

  private Outcome order(AgentId seller, String amount) {
    HoldId hold = new HoldId(freshId("hld_"));
    return post(
        new Posting.PlaceHold(
            new PostingId(hold + "/place"),
            hold,
            HoldPurpose.ORDER,
            payer,
            seller,
            Credits.parse(amount),
            freshId("ord_")));
  }

  private List<String> acts() {
    return jdbc.sql(
            """
            SELECT (act ->> 'actor') || ' ' || (act -> 'before' ->> 'status') || ' '
              || (act -> 'after' ->> 'status')
            FROM (SELECT seq, convert_from(payload, 'UTF8')::json AS act FROM outbox
                  WHERE msg_type = 'accounts.act-done' AND msg_key = ?) told
            WHERE act ->> 'act' = 'AGENT_STATUS_CHANGED' ORDER BY seq
            """)
        .param(payer.value())
        .query((row, index) -> row.getString(1))
        .list();
  }

  private List<String> statusEvents() {
    return jdbc.sql(
            """
            SELECT convert_from(payload, 'UTF8')::json ->> 'status' FROM outbox
            WHERE msg_type = 'ledger.agent-status-changed' AND msg_key = ? ORDER BY seq
            """)
        .param(payer.value())
        .query((row, index) -> row.getString(1))
        .list();
  }
}
