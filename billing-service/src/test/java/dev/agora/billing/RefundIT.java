package dev.agora.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.agora.support.Contracts;
import dev.agora.support.ScriptedParticipant.Answer;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Refunds from the buyer's wish to the card; the ledger gives $70 of $100 back. */
class RefundIT extends BillingScene {

  /** Pays, and its refund fails at the bank a few seconds after it was made. */
  private static final String REFUND_FAILS = "4000000000005126";

  /** Pays, and its refund is on its way for a few seconds. */
  private static final String REFUND_PENDING = "4000000000007726";

  @Test
  void whatIsLeftOfAPurchaseGoesBackToTheCard() {
    String id = bought("pkg_100", GOOD);
    HttpResponse<String> answer = refund(id, key());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    JsonNode accepted = Stage.json(answer);
    assertThat(accepted.path("id").stringValue()).startsWith("rfd_");
    assertThat(accepted.path("url").stringValue())
        .isEqualTo("/api/v1/billing/purchases/" + id + "/refund");

    awaitStatus(id, "PARTIALLY_REFUNDED");
    assertThat(read(id).path("refundedUsd").stringValue()).isEqualTo("70.00");
    JsonNode refund = refundOf(id);
    assertThat(refund.path("status").stringValue()).isEqualTo("COMPLETED");
    assertThat(refund.path("refundUsd").stringValue()).isEqualTo("70.00");
    assertThat(refund.path("usedCredits").stringValue()).isEqualTo("300");
    assertThat(refundsAtStripe(id)).containsExactly(7000);
    assertThat(get("/" + id + "/receipt", "text/html").body()).contains("Given back", "$70.00");
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(events.received("billing.refund-changed", id))
                    .extracting(BillingScene::status)
                    .containsExactly("REQUESTED", "RESERVED", "COMPLETED"));
    events
        .received("billing.refund-changed", id)
        .forEach(event -> Contracts.validate("billing.refund-changed", event.json()));

    HttpResponse<String> again = refund(id, key());
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body()).contains("already_refunded");
  }

  @Test
  void theSameKeyAsksOnce() {
    String id = bought("pkg_100", GOOD);
    String key = key();
    HttpResponse<String> first = refund(id, key);
    HttpResponse<String> second = refund(id, key);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.headers().firstValue("Idempotent-Replayed")).contains("true");
    awaitStatus(id, "PARTIALLY_REFUNDED");
    assertThat(refundsAtStripe(id)).hasSize(1);
  }

  @Test
  void theLedgersNoIsAnsweredAtOnce() {
    ledger.answering(
        "ledger.reserve-refund",
        command -> Optional.of(Answer.refusal("nothing_to_refund", "{\"usedCredits\": \"1000\"}")));
    String id = bought("pkg_100", GOOD);
    HttpResponse<String> answer = refund(id, key());
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("nothing_to_refund");
    assertThat(read(id).path("status").stringValue()).isEqualTo("COMPLETED");
    assertThat(refundsAtStripe(id)).isEmpty();
  }

  @Test
  void stripesNoGivesTheCreditsBack() {
    String id = bought("pkg_100", GOOD);
    faultOnPost("REFUSE", "/v1/refunds");
    refund(id, key());
    awaitRejected(id, "balance_insufficient");
    assertThat(read(id).path("status").stringValue()).isEqualTo("COMPLETED");
    assertThat(ledger.received("ledger.release-hold", owner.agentId())).hasSize(1);
    assertThat(ledger.received("ledger.capture-refund", owner.agentId())).isEmpty();
    refund(id, key());
    awaitStatus(id, "PARTIALLY_REFUNDED");
  }

  @Test
  void aRefundWhoseAnswerGotLostIsMadeOnce() {
    String id = bought("pkg_100", GOOD);
    faultOnPost("ERROR_AFTER", "/v1/refunds");
    refund(id, key());
    awaitStatus(id, "PARTIALLY_REFUNDED");
    assertThat(refundsAtStripe(id)).containsExactly(7000);
  }

  @Test
  void aPendingRefundIsWaitedFor() {
    String id = bought("pkg_100", REFUND_PENDING);
    refund(id, key());
    awaitStatus(id, "PARTIALLY_REFUNDED");
  }

  @Test
  void aRefundThatTheBankTurnsDownGivesTheCreditsBack() {
    String id = bought("pkg_100", REFUND_FAILS);
    refund(id, key());
    awaitRejected(id, "refund_failed");
    assertThat(read(id).path("status").stringValue()).isEqualTo("COMPLETED");
    assertThat(ledger.received("ledger.release-hold", owner.agentId())).hasSize(1);
  }

  @Test
  void aRefundThatFailsAfterItWasDoneIsHandedToOperators() {
    String id = bought("pkg_100", GOOD);
    refund(id, key());
    awaitStatus(id, "PARTIALLY_REFUNDED");
    String refund =
        Stage.atStripe(
            "refund", one -> id.equals(one.path("metadata").path("purchase").stringValue(null)));
    Stage.simulator("POST", "/_sim/refunds/" + refund + "/fail", "{}");
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(refundOf(id).path("status").stringValue()).isEqualTo("FAILED"));
    assertThat(refundOf(id).path("lastError").path("code").stringValue())
        .isEqualTo("refund_failed");
    assertThat(read(id).path("status").stringValue()).isEqualTo("PARTIALLY_REFUNDED");
    String refundId = refundOf(id).path("id").stringValue();
    await().atMost(SOON).until(() -> parked("failed-refund"), seen -> seen.contains(refundId));
  }

  @Test
  void whatCanNotBeGivenBackIsRefused() {
    String unpaid = Stage.json(buy("pkg_10", key())).path("id").stringValue();
    HttpResponse<String> early = refund(unpaid, key());
    assertThat(early.statusCode()).isEqualTo(409);
    assertThat(early.body()).contains("not_refundable", "awaiting payment");
    assertThat(refund("pur_" + "0".repeat(32), key()).statusCode()).isEqualTo(404);
    assertThat(get("/" + unpaid + "/refund").statusCode()).isEqualTo(404);
    HttpResponse<String> odd =
        call("POST", "/api/v1/billing/purchases/" + unpaid + "/refund", "{\"amount\": 1}", key());
    assertThat(odd.statusCode()).isEqualTo(422);
    assertThat(odd.body()).contains("/amount");
  }

  private HttpResponse<String> refund(String id, String key) {
    return call("POST", "/api/v1/billing/purchases/" + id + "/refund", "{}", key);
  }

  private JsonNode refundOf(String id) {
    return Stage.json(get("/" + id + "/refund"));
  }

  private void awaitRejected(String id, String code) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(refundOf(id).path("lastError").path("code").stringValue(""))
                    .isEqualTo(code));
    assertThat(refundOf(id).path("status").stringValue()).isEqualTo("REJECTED");
  }

  private static List<Integer> refundsAtStripe(String purchaseId) {
    return Stage.simulator("GET", "/_sim/objects?type=refund", "")
        .path("data")
        .valueStream()
        .map(one -> one.path("object"))
        .filter(one -> purchaseId.equals(one.path("metadata").path("purchase").stringValue(null)))
        .map(one -> one.path("amount").intValue())
        .toList();
  }
}
