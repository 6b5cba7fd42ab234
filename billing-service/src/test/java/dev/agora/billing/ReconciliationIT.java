package dev.agora.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.agora.support.Contracts;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The ledger's dollars at Stripe against Stripe's statement. */
class ReconciliationIT extends BillingScene {

  private static final String PATH = "/api/v1/billing/reconciliation";

  @Test
  void whatBothSidesSayIsNoDifference() {
    String id = bought("pkg_10", GOOD);
    awaitDifference(id, "MISSING_HERE", "0.00", "9.41");
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(events.received("billing.difference-changed", id)).hasSize(1));
    booked(id, "PURCHASE", "9.41");
    awaitNone(id);
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(events.received("billing.difference-changed", id))
                    .extracting(BillingScene::status)
                    .containsExactly("OPEN", "CLOSED"));
    events
        .received("billing.difference-changed", id)
        .forEach(event -> Contracts.validate("billing.difference-changed", event.json()));
  }

  @Test
  void eachDifferenceIsClassified() {
    String wrong = bought("pkg_10", GOOD);
    booked(wrong, "PURCHASE", "9.40");
    awaitDifference(wrong, "AMOUNT", "9.40", "9.41");
    String nowhere = "pur_" + key().replace("-", "");
    booked(nowhere, "PURCHASE", "9.41");
    awaitDifference(nowhere, "MISSING_THERE", "9.41", "0.00");
    JsonNode here = shown(wrong);
    assertThat(here.path("differenceUsd").stringValue()).isEqualTo("0.01");
    assertThat(here.path("explanation").isNull()).isTrue();
    assertThat(look("").path("explained").booleanValue()).isFalse();
    assertThat(items("?kind=AMOUNT&limit=100").toString()).contains(wrong).doesNotContain(nowhere);
    assertThat(ask("/differences?kind=NONSENSE").statusCode()).isBetween(400, 422);
    booked(wrong, "PURCHASE", "0.01");
    booked(nowhere, "ADJUSTMENT", "-9.41");
    awaitNone(wrong);
    awaitNone(nowhere);
  }

  @Test
  void anOpenDisputeExplainsWhatTheBankHas() {
    String id = bought("pkg_100", GOOD);
    booked(id, "PURCHASE", "96.80");
    String dispute =
        Stage.simulator("POST", "/_sim/disputes", "{\"charge\": \"" + Stage.chargeOf(id) + "\"}")
            .path("id")
            .stringValue();
    awaitStatus(id, "DISPUTED");
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              JsonNode open = shown(dispute);
              assertThat(open.path("explanation").stringValue("")).isEqualTo("DISPUTE_OPEN");
              assertThat(open.path("kind").stringValue()).isEqualTo("LATE");
              assertThat(open.path("stripeUsd").stringValue()).isEqualTo("-115.00");
            });
    Stage.simulator("POST", "/_sim/disputes/" + dispute + "/close", "{\"status\": \"lost\"}");
    awaitStatus(id, "REFUNDED");
    String ours = Stage.json(get("/" + id + "/dispute")).path("id").stringValue();
    booked(ours, "CLAWBACK", "-115.00");
    awaitNone(dispute);
  }

  @Test
  void aQuarantinedPaymentIsListedWithItsReason() {
    JsonNode purchase = Stage.json(buy("pkg_10", key()));
    String id = purchase.path("id").stringValue();
    Stage.simulator(
        "POST",
        "/_sim/faults",
        """
        {"kind": "LIE", "method": "GET", "path": "/v1/checkout/sessions/*", "times": 0,
         "set": {"currency": "eur"}}
        """);
    Stage.pay(purchase.path("checkoutUrl").stringValue(), GOOD);
    awaitStatus(id, "QUARANTINED");
    Stage.simulator("DELETE", "/_sim/faults", "");
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(shown(id).path("explanation").stringValue("")).isEqualTo("QUARANTINED"));
    assertThat(look("").path("quarantined").longValue()).isPositive();
    booked(id, "ADJUSTMENT", "9.41");
    awaitNone(id);
  }

  @Test
  void theBalanceIsTheSumOfItsMovements() {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              JsonNode now = look("");
              assertThat(now.path("balanceUsd").stringValue(""))
                  .isEqualTo(now.path("statementUsd").stringValue());
              assertThat(now.path("readUntil").stringValue("")).isNotEmpty();
            });
  }

  @Test
  void onlyOperatorsAndAuditorsSeeIt() {
    HttpRequest asHuman =
        HttpRequest.newBuilder(uri(PATH)).header("Authorization", "Bearer " + token()).build();
    assertThat(Stage.send(asHuman).statusCode()).isEqualTo(403);
  }

  private void booked(String matter, String kind, String usd) {
    String transaction = "txn_" + key().replace("-", "");
    String event =
        """
        {"movements": [{"transactionId": "%s", "kind": "%s", "matter": "%s", "clearingUsd": "%s",
          "at": "2026-11-22T09:30:00.123456Z"}]}
        """
            .formatted(transaction, kind, matter, usd);
    Contracts.validate("ledger.cash-moved", event);
    ledger.publish("ledger.events.v1", transaction, "ledger.cash-moved", event);
    // Told twice, as after a crash.
    ledger.publish("ledger.events.v1", transaction, "ledger.cash-moved", event);
  }

  private void awaitDifference(String matter, String kind, String booked, String stripe) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              JsonNode found = shown(matter);
              assertThat(found.path("kind").stringValue()).isEqualTo(kind);
              assertThat(found.path("bookedUsd").stringValue()).isEqualTo(booked);
              assertThat(found.path("stripeUsd").stringValue()).isEqualTo(stripe);
            });
  }

  /** An assertion, so that it is waited for. */
  private JsonNode shown(String matter) {
    return difference(matter).orElseThrow(() -> new AssertionError("no difference: " + matter));
  }

  private void awaitNone(String matter) {
    await().atMost(SOON).until(() -> difference(matter).isEmpty());
  }

  /** Looks through all pages. */
  private Optional<JsonNode> difference(String matter) {
    String cursor = "";
    while (true) {
      JsonNode page = look("/differences?limit=100" + cursor);
      Optional<JsonNode> found =
          page.path("items")
              .valueStream()
              .filter(one -> one.path("matter").stringValue().equals(matter))
              .findFirst();
      if (found.isPresent() || page.path("nextCursor").isNull()) {
        return found;
      }
      cursor = "&cursor=" + page.path("nextCursor").stringValue();
    }
  }

  private JsonNode items(String query) {
    return look("/differences" + query).path("items");
  }

  private JsonNode look(String rest) {
    HttpResponse<String> answer = ask(rest);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Stage.json(answer);
  }

  private HttpResponse<String> ask(String rest) {
    String operator = Stage.GATEWAY.operatorToken("billing", owner.humanId());
    return Stage.send(
        HttpRequest.newBuilder(uri(PATH + rest))
            .header("Authorization", "Bearer " + operator)
            .build());
  }
}
