package dev.agora.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.agora.payout.Stage.Owner;
import dev.agora.support.Contracts;
import dev.agora.support.ScriptedParticipant;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Dollars that came back are owed until two operators decide, and are then settled once. */
class ReturnIT extends RunningPayout {

  private static final String RETURNS = "/api/v1/payouts/returned-transfers";

  @Autowired private JdbcClient jdbc;

  private final String first = Owner.fresh().humanId();
  private final String second = Owner.fresh().humanId();
  private String conversion = "";

  @BeforeEach
  void convertAndKeepTheDollarsThere() {
    onboard();
    String account = Stage.latest("v2.core.account");
    Stage.simulator(
        "POST", "/_sim/accounts/" + account + "/restrict", "{\"capability\": \"payouts\"}");
    conversion = Stage.json(convert("500")).path("id").stringValue();
    awaitStatus(conversion, "COMPLETED");
  }

  @Test
  void asCreditsTheyAreTheAgentsAgainWithTheirPartOfTheFee() {
    reverse(1_000);
    String id = awaitOwed("10.00");
    assertThat(own().path(0).path("nextStep").stringValue()).contains("two of Agora's operators");
    assertThat(list()).contains(id, conversion, "OWED");
    assertThat(capUsed()).isEqualTo(500_000_000);

    assertThat(ask(first, id, "CREDITS").statusCode()).isEqualTo(202);
    assertThat(own().path(0).path("outcome").isNull()).isTrue();
    assertThat(ask(first, id, "CREDITS").statusCode()).isEqualTo(202);
    assertThat(approve(first, id, "CREDITS").body()).contains("second_operator_needed");
    assertThat(approve(second, id, "KEEP").body()).contains("return_not_waiting", "with CREDITS");
    assertThat(approve(second, id, "CREDITS").statusCode()).isEqualTo(200);
    awaitSettled(id);

    assertThat(settlements()).hasSize(1);
    JsonNode told = settlements().getFirst();
    assertThat(told.path("grossUsd").stringValue()).isEqualTo("11.76");
    assertThat(told.path("feeUsd").stringValue()).isEqualTo("1.76");
    assertThat(told.path("agentId").stringValue()).isEqualTo(owner.agentId());
    assertThat(own().path(0).path("message").stringValue())
        .isEqualTo(owner.agentId() + " has 117.6 credits back: a reason for the test");
    assertThat(capUsed()).isEqualTo(382_400_000);
    await().atMost(SOON).until(() -> !breaks().contains(conversion));
    assertThat(approve(second, id, "CREDITS").statusCode()).isEqualTo(200);
    assertThat(ask(first, id, "KEEP").body()).contains("return_not_waiting");
    awaitEvent("SETTLED", id);
  }

  @Test
  void paidAgainTheyAreOneNewTransferToWhereTheOwnerIsPaidNow() {
    reverse(4_250);
    String id = awaitOwed("42.50");
    decide(id, "PAY_AGAIN");
    String again = own().path(0).path("paidAs").stringValue();
    awaitStatus(again, "COMPLETED");

    assertThat(Stage.transferOf(again).path("amount").asLong()).isEqualTo(4_250);
    assertThat(Stage.transfersOf(conversion)).isEqualTo(1);
    assertThat(read(again).path("credits").stringValue()).isEqualTo("500");
    assertThat(capUsed()).isEqualTo(500_000_000);
    assertThat(own().path(0).path("nextStep").stringValue()).contains(again);
    assertThat(human("GET", "/api/v1/payouts/statement", "").body())
        .contains("\"conversions\":2", "\"netUsd\":\"85.00\"", "\"reversedUsd\":\"42.50\"");
  }

  @Test
  void keptTheyAreNobodysAndTheOwnerReadsWhy() {
    reverse(1_000);
    String id = awaitOwed("10.00");
    decide(id, "KEEP");

    assertThat(settlements().getFirst().path("outcome").stringValue()).isEqualTo("KEPT");
    assertThat(own().path(0).path("message").stringValue())
        .isEqualTo("Agora keeps the $10.00: a reason for the test");
    assertThat(capUsed()).isEqualTo(500_000_000);
  }

  @Test
  void eachReversalIsOneMatter() {
    reverse(1_000);
    decide(awaitOwed("10.00"), "KEEP");
    reverse(500);
    await().atMost(SOON).until(() -> own().size() == 2);
    await().atMost(SOON).until(() -> own().path(1).path("status").stringValue().equals("OWED"));

    assertThat(own().path(1).path("usd").stringValue()).isEqualTo("5.00");
    assertThat(own().path(0).path("status").stringValue()).isEqualTo("SETTLED");
    await().atMost(SOON).until(() -> breaks().contains(conversion));
  }

  @Test
  void creditsGoToAgentsOfWhoeverHadBeenPaidOnly() {
    reverse(1_000);
    String id = awaitOwed("10.00");
    String stranger = Stage.introduce(ledger).agentId();
    assertThat(askFor(first, id, "CREDITS", stranger).body()).contains("agent_unknown");
    assertThat(askFor(first, id, "PAY_AGAIN", "no agent").body()).contains("agent_unknown");

    String another = owner.withAnotherAgent().agentId();
    Stage.introduceAgent(ledger, another, "\"" + owner.humanId() + "\"");
    await().atMost(SOON).until(() -> askFor(first, id, "CREDITS", another).statusCode() == 202);
    assertThat(approve(second, id, "CREDITS").statusCode()).isEqualTo(200);
    awaitSettled(id);
    assertThat(ledger.received("ledger.settle-returned-transfer", another)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'{}',                                           /outcome",
    "'{\"outcome\": \"BURN\", \"reason\": \"r\"}',   /outcome",
    "'{\"outcome\": \"KEEP\"}',                      /reason",
    "'{\"outcome\": \"KEEP\", \"reason\": \"  \"}',  /reason",
  })
  void aWordThatIsNoneIsRefused(String body, String field) {
    HttpResponse<String> answer = as(operator(first), "POST", RETURNS + "/rtn_1/decision", body);
    assertThat(answer.statusCode()).isBetween(400, 422);
    assertThat(answer.body()).contains(field);
  }

  @Test
  void nobodyElseDecides() {
    reverse(1_000);
    String id = awaitOwed("10.00");
    assertThat(ask(owner.humanId(), id, "CREDITS").body()).contains("second_operator_needed");
    assertThat(ask(first, "rtn_1", "KEEP").body()).contains("return_unknown");
    assertThat(approve(second, id, "KEEP").body()).contains("return_not_waiting");
    assertThat(human("GET", RETURNS, "").statusCode()).isEqualTo(403);
    assertThat(human("POST", RETURNS + "/" + id + "/decision", "{}").statusCode()).isEqualTo(403);
    String path = "/api/v1/billing/conversions/" + conversion + "/returns";
    assertThat(human("GET", path, "").statusCode()).isEqualTo(200);
    String stranger = Stage.GATEWAY.humanToken("payout", second);
    assertThat(as(stranger, "GET", path, "").body()).contains("conversion_unknown");
  }

  private void decide(String id, String outcome) {
    assertThat(ask(first, id, outcome).statusCode()).isEqualTo(202);
    assertThat(approve(second, id, outcome).statusCode()).isEqualTo(200);
    awaitSettled(id);
  }

  private HttpResponse<String> ask(String operator, String id, String outcome) {
    return word(
        operator, id, "{\"outcome\": \"%s\", \"reason\": \"a reason for the test\"}", outcome);
  }

  private HttpResponse<String> askFor(String operator, String id, String outcome, String agent) {
    return word(
        operator,
        id,
        "{\"outcome\": \"%s\", \"reason\": \"another agent\", \"agent\": \"" + agent + "\"}",
        outcome);
  }

  private HttpResponse<String> word(String operator, String id, String body, String outcome) {
    return as(
        operator(operator), "POST", RETURNS + "/" + id + "/decision", body.formatted(outcome));
  }

  private HttpResponse<String> approve(String operator, String id, String outcome) {
    return as(
        operator(operator),
        "POST",
        RETURNS + "/" + id + "/decision/approve",
        "{\"outcome\": \"" + outcome + "\"}");
  }

  private static String operator(String human) {
    return Stage.GATEWAY.operatorToken("payout", human);
  }

  private String list() {
    return as(operator(first), "GET", RETURNS + "?limit=100", "").body();
  }

  private String breaks() {
    return as(operator(first), "GET", "/api/v1/payouts/breaks?limit=100", "").body();
  }

  /** What the owner sees. */
  private JsonNode own() {
    return Stage.json(human("GET", "/api/v1/billing/conversions/" + conversion + "/returns", ""))
        .path("items");
  }

  private String awaitOwed(String usd) {
    await().atMost(SOON).until(() -> own().path(0).path("status").stringValue("").equals("OWED"));
    assertThat(own().path(0).path("usd").stringValue()).isEqualTo(usd);
    return own().path(0).path("id").stringValue();
  }

  private void awaitSettled(String id) {
    await()
        .atMost(SOON)
        .until(
            () ->
                own()
                    .valueStream()
                    .anyMatch(
                        it ->
                            it.path("id").stringValue().equals(id)
                                && it.path("status").stringValue().equals("SETTLED")));
  }

  private void awaitEvent(String status, String id) {
    await()
        .atMost(SOON)
        .until(
            () ->
                events.received("payout.returned-transfer-changed", id).stream()
                    .peek(it -> Contracts.validate("payout.returned-transfer-changed", it.json()))
                    .anyMatch(it -> it.json().contains("\"" + status + "\"")));
  }

  private List<JsonNode> settlements() {
    return ledger.received("ledger.settle-returned-transfer", owner.agentId()).stream()
        .map(ScriptedParticipant.Received::json)
        .map(Stage::json)
        .toList();
  }

  private long capUsed() {
    return jdbc.sql("SELECT used_micros FROM conversion_cap WHERE subject_id = ?")
        .param(owner.agentId())
        .query(Long.class)
        .single();
  }

  private void reverse(long cents) {
    String transfer = Stage.transferOf(conversion).path("id").stringValue();
    assertThat(
            Stage.form(
                    Stage.STRIPE.baseUrl() + "/v1/transfers/" + transfer + "/reversals",
                    "amount=" + cents)
                .statusCode())
        .isEqualTo(200);
  }
}
