package dev.agora.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.agora.support.Contracts;
import dev.agora.support.ScriptedParticipant.Received;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Disputes from the bank's letter to its verdict. */
class DisputeIT extends BillingScene {

  /** Pays, and is disputed as fraudulent two seconds later. */
  private static final String DISPUTED = "4000000000000259";

  @Test
  void aLostDisputeTakesTheCreditsAndTheFee() {
    String id = bought("pkg_100", GOOD);
    String dispute = dispute(id);
    awaitStatus(id, "DISPUTED");
    awaitFrozen(id);
    close(dispute, "lost");
    awaitStatus(id, "REFUNDED");
    Received closed = ledger.received("ledger.close-dispute", owner.agentId()).getFirst();
    assertThat(closed.json())
        .contains(
            "\"outcome\":\"LOST\"",
            "\"priceUsd\":\"100.00\"",
            "\"feeUsd\":\"3.00\"",
            "\"refundedUsd\":\"0.00\"",
            "\"disputeFeeUsd\":\"15.00\"");
    JsonNode purchase = read(id);
    assertThat(purchase.path("refundedUsd").stringValue()).isEqualTo("100.00");
    assertThat(purchase.path("lastError").path("code").stringValue()).isEqualTo("dispute_lost");
    JsonNode answer = Stage.json(get("/" + id + "/dispute"));
    assertThat(answer.path("status").stringValue()).isEqualTo("LOST");
    assertThat(answer.path("recovered").stringValue()).isEqualTo("1100");
    assertThat(answer.path("debt").stringValue()).isEqualTo("100");
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(events.received("billing.dispute-changed", id))
                    .extracting(BillingScene::status)
                    .containsExactly("OPEN", "OPEN", "OPEN", "LOST"));
    events
        .received("billing.dispute-changed", id)
        .forEach(event -> Contracts.validate("billing.dispute-changed", event.json()));
  }

  @Test
  void aWonDisputeLeavesThePurchaseAsItWas() {
    String id = bought("pkg_100", GOOD);
    String dispute = dispute(id);
    awaitStatus(id, "DISPUTED");
    assertThat(call("POST", "/api/v1/billing/purchases/" + id + "/refund", "{}", key()).body())
        .contains("not_refundable", "disputed");
    close(dispute, "won");
    awaitStatus(id, "COMPLETED");
    Received closed = ledger.received("ledger.close-dispute", owner.agentId()).getFirst();
    assertThat(closed.json()).contains("\"outcome\":\"WON\"", "\"disputeFeeUsd\":\"0.00\"");
    assertThat(read(id).path("refundedUsd").stringValue()).isEqualTo("0.00");
  }

  @Test
  void noEventIsNeeded() {
    fault("EVENT_SUPPRESS", "*");
    String id = bought("pkg_100", DISPUTED);
    awaitStatus(id, "DISPUTED");
    awaitFrozen(id);
    close(Stage.disputeOf(id), "lost");
    awaitStatus(id, "REFUNDED");
    assertThat(ledger.received("ledger.freeze-dispute", owner.agentId())).hasSize(1);
  }

  @Test
  void anInquiryFreezesNothingUntilTheBankTakesTheMoneyEvenIfNobodyTellsOfIt() {
    fault("EVENT_SUPPRESS", "charge.dispute.*");
    String id = bought("pkg_100", GOOD);
    String inquiry =
        "{\"charge\": \"%s\", \"status\": \"warning_needs_response\"}"
            .formatted(Stage.chargeOf(id));
    String dispute = Stage.simulator("POST", "/_sim/disputes", inquiry).path("id").stringValue();
    await()
        .during(Duration.ofSeconds(2))
        .atMost(SOON)
        .until(() -> read(id).path("status").stringValue().equals("COMPLETED"));
    Stage.simulator("POST", "/_sim/disputes/" + dispute + "/escalate", "{}");
    awaitStatus(id, "DISPUTED");
    awaitFrozen(id);
  }

  @Test
  void aPurchaseThatWasGivenBackInPartIsDisputedForTheRest() {
    String id = bought("pkg_100", GOOD);
    call("POST", "/api/v1/billing/purchases/" + id + "/refund", "{}", key());
    awaitStatus(id, "PARTIALLY_REFUNDED");
    String dispute = dispute(id);
    awaitStatus(id, "DISPUTED");
    awaitFrozen(id);
    close(dispute, "won");
    awaitStatus(id, "PARTIALLY_REFUNDED");
    assertThat(ledger.received("ledger.close-dispute", owner.agentId()).getFirst().json())
        .contains("\"refundedUsd\":\"70.00\"");
  }

  @Test
  void aDisputeOfAPartThatIsLostTakesThatPart() {
    String id = bought("pkg_100", GOOD);
    String dispute = dispute(id, 1_000);
    awaitStatus(id, "DISPUTED");
    awaitFrozen(id);
    close(dispute, "lost");
    awaitStatus(id, "PARTIALLY_REFUNDED");
    assertThat(ledger.received("ledger.close-dispute", owner.agentId()).getFirst().json())
        .contains("\"refundedUsd\":\"0.00\"", "\"disputedUsd\":\"10.00\"");
    JsonNode purchase = read(id);
    assertThat(purchase.path("refundedUsd").stringValue()).isEqualTo("10.00");
    assertThat(purchase.path("lastError").path("message").stringValue()).contains("$10.00");
    assertThat(call("POST", "/api/v1/billing/purchases/" + id + "/refund", "{}", key()).body())
        .contains("already_refunded");
  }

  @Test
  void aDisputeOfMoreThanIsLeftThatIsLostIsHandedToOperators() {
    String id = bought("pkg_100", GOOD);
    String dispute = dispute(id);
    awaitStatus(id, "DISPUTED");
    awaitFrozen(id);
    Stage.simulator(
        "POST",
        "/_sim/faults",
        "{\"kind\": \"LIE\", \"method\": \"GET\", \"path\": \"/v1/disputes/*\", \"times\": 0,"
            + " \"set\": {\"amount\": 10001}}");
    close(dispute, "lost");
    String disputeId = Stage.json(get("/" + id + "/dispute")).path("id").stringValue();
    await().atMost(SOON).until(() -> parked("dispute"), seen -> seen.contains(disputeId));
    assertThat(read(id).path("status").stringValue()).isEqualTo("DISPUTED");
    assertThat(ledger.received("ledger.close-dispute", owner.agentId())).isEmpty();
  }

  /** Banks dispute a payment in parts, and do not wait for each other. */
  @Test
  void aSecondDisputeIsTakenInWhenTheFirstHasEndedAlsoIfItWasLostBefore() {
    String id = bought("pkg_100", GOOD);
    String first = dispute(id, 3_000);
    awaitStatus(id, "DISPUTED");
    awaitFrozen(id);
    String second = dispute(id, 7_000);
    awaitWaiting(second);
    close(second, "lost");
    assertThat(ledger.received("ledger.freeze-dispute", owner.agentId())).hasSize(1);
    assertThat(Stage.json(get("/" + id + "/dispute")).path("amountUsd").stringValue())
        .isEqualTo("30.00");

    close(first, "lost");
    awaitStatus(id, "REFUNDED");

    assertThat(read(id).path("refundedUsd").stringValue()).isEqualTo("100.00");
    List<String> closed =
        ledger.received("ledger.close-dispute", owner.agentId()).stream()
            .map(Received::json)
            .toList();
    assertThat(closed).hasSize(2);
    assertThat(closed.getFirst()).contains("\"refundedUsd\":\"0.00\"", "\"disputedUsd\":\"30.00\"");
    assertThat(closed.getLast()).contains("\"refundedUsd\":\"30.00\"");
    assertThat(waiting()).doesNotContain(second);
  }

  @Test
  void aSecondDisputeThatNobodyTellsOfIsNotLostEither() {
    fault("EVENT_SUPPRESS", "charge.dispute.*");
    String id = bought("pkg_100", GOOD);
    String first = dispute(id, 3_000);
    awaitStatus(id, "DISPUTED");
    awaitFrozen(id);
    String second = dispute(id, 7_000);
    awaitWaiting(second);

    close(first, "won");
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(Stage.json(get("/" + id + "/dispute")).path("amountUsd").stringValue())
                    .isEqualTo("70.00"));
    close(second, "won");
    awaitStatus(id, "COMPLETED");
    assertThat(read(id).path("refundedUsd").stringValue()).isEqualTo("0.00");
  }

  private void awaitWaiting(String stripeId) {
    await().atMost(SOON).until(this::waiting, names -> names.contains(stripeId));
  }

  private List<@Nullable String> waiting() {
    return database.sql("SELECT stripe_dispute_id FROM waiting_dispute").query(String.class).list();
  }

  private void awaitFrozen(String id) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(Stage.json(get("/" + id + "/dispute")).path("frozen").stringValue(""))
                    .isEqualTo("900"));
  }

  private static String dispute(String purchaseId, long cents) {
    String part =
        "{\"charge\": \"%s\", \"amount\": %d}".formatted(Stage.chargeOf(purchaseId), cents);
    return Stage.simulator("POST", "/_sim/disputes", part).path("id").stringValue();
  }

  private static String dispute(String purchaseId) {
    return Stage.simulator(
            "POST", "/_sim/disputes", "{\"charge\": \"" + Stage.chargeOf(purchaseId) + "\"}")
        .path("id")
        .stringValue();
  }

  private static void close(String dispute, String verdict) {
    Stage.simulator(
        "POST", "/_sim/disputes/" + dispute + "/close", "{\"status\": \"" + verdict + "\"}");
  }
}
