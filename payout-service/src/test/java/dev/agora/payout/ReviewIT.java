package dev.agora.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.agora.payout.Stage.Owner;
import dev.agora.support.Contracts;
import dev.agora.support.ScriptedParticipant.Answer;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Conversions that a rule stops, and the operators who let them go on or not. */
class ReviewIT extends RunningPayout {

  private static final String RULES = "/api/v1/payouts/risk-rules";
  private static final String REVIEWS = "/api/v1/payouts/reviews";

  @Autowired private JdbcClient jdbc;

  private final String operatorId = Owner.fresh().humanId();

  @Test
  void anOwnersFirstLargeConversionWaitsAndGoesOn() {
    onboard();
    rule("first-conversion", "100", 24, 0);
    String id = Stage.json(convert("200")).path("id").stringValue();
    awaitStatus(id, "REVIEW");
    assertThat(Stage.transfersOf(id)).isZero();
    assertThat(as(operator(), "GET", REVIEWS, "").body())
        .contains(id, "first-conversion", "of 200 credits, above 100");

    assertThat(agent("GET", REVIEWS, "").statusCode()).isEqualTo(403);
    assertThat(review(fresh(), id, "APPROVE").statusCode()).isEqualTo(403);
    String own = Stage.GATEWAY.operatorToken("payout", owner.humanId());
    assertThat(review(own, id, "APPROVE").body()).contains("second_operator_needed");
    assertThat(as(operator(), "POST", REVIEWS + "/" + id, "{\"verdict\": \"APPROVE\"}").body())
        .contains("/reason");
    assertThat(review(operator(), id, "APPROVE").statusCode()).isEqualTo(200);
    awaitStatus(id, "COMPLETED");
    assertThat(review(operator(), id, "APPROVE").statusCode()).isEqualTo(200);
    assertThat(review(operator(), id, "REFUSE").body()).contains("conversion_not_waiting");

    String second = Stage.json(convert("200")).path("id").stringValue();
    awaitStatus(second, "COMPLETED");
  }

  @Test
  void aRefusalTellsTheOwnerWhyAndGivesAllBack() {
    onboard();
    rule("sum-per-day", "250", 24, 0);
    String within = Stage.json(convert("250")).path("id").stringValue();
    String beyond = Stage.json(convert("100")).path("id").stringValue();
    awaitStatus(within, "COMPLETED");
    awaitStatus(beyond, "REVIEW");
    assertThat(review(operator(), beyond, "REFUSE").statusCode()).isEqualTo(200);
    awaitStatus(beyond, "REJECTED");
    assertThat(read(beyond).path("rejection").toString())
        .contains("review_refused", "a reason for the test");
    assertThat(ledger.received("ledger.release-hold", owner.agentId())).hasSize(1);
    assertThat(convert("9750").body()).contains("step_up_required");
    assertThat(convertAsOwner("9750", "all-the-rest-" + beyond).statusCode()).isEqualTo(202);
  }

  @Test
  void earningsFromFreshlyBoughtCreditsWait() {
    onboard();
    String payer = Owner.fresh().agentId();
    purchaseOf(payer);
    earned(payer, "60", Owner.fresh().agentId(), "60");
    rule("freshly-bought", "100", 24, 5_001);
    String below = Stage.json(convert("200")).path("id").stringValue();
    awaitStatus(below, "COMPLETED");
    rule("freshly-bought", "100", 24, 5_000);
    String stopped = Stage.json(convert("200")).path("id").stringValue();
    awaitStatus(stopped, "REVIEW");
    assertThat(as(operator(), "GET", REVIEWS, "").body()).contains(stopped, "5000 bps");
  }

  @Test
  void earningsFromPayersWithADisputeWaitUntilItIsWon() {
    onboard();
    String payer = Owner.fresh().agentId();
    disputeOf(payer, "OPEN", 2);
    earned(payer, "60", Owner.fresh().agentId(), "40");
    rule("disputed-payers", null, 24, 0);
    String stopped = Stage.json(convert("200")).path("id").stringValue();
    awaitStatus(stopped, "REVIEW");
    assertThat(as(operator(), "GET", REVIEWS, "").body())
        .contains(stopped, "disputed-payers", payer);
    disputeOf(payer, "WON", 3);
    String after = Stage.json(convert("200")).path("id").stringValue();
    awaitStatus(after, "COMPLETED");
    awaitStatus(stopped, "REVIEW");
  }

  @Test
  void theOwnersYesComesBeforeTheReview() {
    onboard();
    rule("first-conversion", null, 24, 0);
    human("PUT", "/api/v1/payouts/approval-rule", "{\"above\": \"100\"}");
    String id = Stage.json(convert("200")).path("id").stringValue();
    awaitStatus(id, "APPROVAL");
    assertThat(review(operator(), id, "APPROVE").body()).contains("conversion_not_waiting");
    assertThat(decide(fresh(), id, "approve").body()).contains("\"REVIEW\"");
    assertThat(review(operator(), id, "APPROVE").statusCode()).isEqualTo(200);
    awaitStatus(id, "COMPLETED");
  }

  @Test
  void rulesAreChangedByOperatorsOnly() {
    String body = "{\"enabled\": true, \"above\": \"5\", \"windowHours\": 0, \"shareBps\": 10001}";
    assertThat(human("GET", RULES, "").statusCode()).isEqualTo(403);
    assertThat(human("PUT", RULES + "/sum-per-day", body).statusCode()).isEqualTo(403);
    HttpResponse<String> wrong = as(operator(), "PUT", RULES + "/sum-per-day", body);
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("/windowHours", "/shareBps");
    assertThat(as(operator(), "PUT", RULES + "/none", ruleBody("5", 1, 0)).statusCode())
        .isEqualTo(404);
    assertThat(as(operator(), "GET", RULES, "").body())
        .contains("disputed-payers", "first-conversion", "freshly-bought", "sum-per-day");
  }

  private String operator() {
    return Stage.GATEWAY.operatorToken("payout", operatorId);
  }

  private void rule(String name, @Nullable String above, int hours, int bps) {
    HttpResponse<String> set =
        as(operator(), "PUT", RULES + "/" + name, ruleBody(above, hours, bps));
    assertThat(set.statusCode()).as(set.body()).isEqualTo(200);
  }

  private static String ruleBody(@Nullable String above, int hours, int bps) {
    String amount = above == null ? "null" : "\"" + above + "\"";
    return "{\"enabled\": true, \"above\": %s, \"windowHours\": %d, \"shareBps\": %d}"
        .formatted(amount, hours, bps);
  }

  private HttpResponse<String> review(String token, String id, String verdict) {
    return as(
        token,
        "POST",
        REVIEWS + "/" + id,
        "{\"verdict\": \"%s\", \"reason\": \"a reason for the test\"}".formatted(verdict));
  }

  /** What the ledger will say of whoever paid. */
  private void earned(String one, String credits, String other, String otherCredits) {
    String reply =
        """
        {"holdId": "hld_01939c5e7a4b7c3d8e9f0a1b2c3d4e05",
         "transactionId": "txn_01939c5e7a4b7c3d8e9f0a1b2c3d4e71",
         "at": "2026-11-22T09:30:00.123456Z",
         "earnedFrom": [{"agentId": "%s", "credits": "%s"}, {"agentId": "%s", "credits": "%s"}]}
        """
            .formatted(one, credits, other, otherCredits);
    Contracts.validate("ledger.place-hold.reply", reply);
    ledger.answering("ledger.place-hold", command -> Optional.of(Answer.success(reply)));
  }

  private void purchaseOf(String agentId) {
    String id = agentId.replace("agt_", "pur_");
    String news =
        Contracts.example("billing.purchase-changed")
            .replaceAll("agt_[0-9a-f]{32}", agentId)
            .replaceAll("pur_[0-9a-f]{32}", id)
            .replaceAll("2026-11-22T09:30:00.123456Z", Instant.now().toString());
    ledger.publish("billing.events.v1", id, "billing.purchase-changed", news);
    await().atMost(SOON).until(() -> known("known_purchase", "purchase_id", id, "true"));
  }

  private void disputeOf(String agentId, String status, int version) {
    String id = agentId.replace("agt_", "dsp_");
    String news =
        Contracts.example("billing.dispute-changed")
            .replaceAll("agt_[0-9a-f]{32}", agentId)
            .replaceAll("dsp_[0-9a-f]{32}", id)
            .replace("\"OPEN\"", "\"" + status + "\"")
            .replace("\"version\": 2", "\"version\": " + version)
            .replaceAll("2026-11-22T09:30:00.123456Z", Instant.now().toString());
    Contracts.validate("billing.dispute-changed", news);
    ledger.publish("billing.events.v1", id, "billing.dispute-changed", news);
    await()
        .atMost(SOON)
        .until(() -> known("known_dispute", "dispute_id", id, "status = '" + status + "'"));
  }

  private boolean known(String table, String key, String id, String condition) {
    return jdbc.sql(
            "SELECT EXISTS (SELECT 1 FROM %s WHERE %s = ? AND %s)".formatted(table, key, condition))
        .param(id)
        .query(Boolean.class)
        .single();
  }
}
