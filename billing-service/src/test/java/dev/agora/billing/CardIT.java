package dev.agora.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.support.Contracts;
import java.net.http.HttpResponse;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Cards from the consent to the day they are taken back. */
class CardIT extends TopUpScene {

  @Test
  void aCardIsSavedWithConsentAndTakenBack() {
    HttpResponse<String> silent = call("POST", CARDS, "{\"consent\": false}", key());
    assertThat(silent.statusCode()).isEqualTo(422);
    assertThat(silent.body()).contains("consent_required", "/consent");

    String id = savedCard(GOOD);
    JsonNode card = Stage.json(call("GET", CARDS, "", key())).path("items").path(0);
    assertThat(card.path("id").stringValue()).isEqualTo(id);
    assertThat(card.path("brand").stringValue()).isEqualTo("visa");
    assertThat(card.path("lastFour").stringValue()).isEqualTo("4242");
    assertThat(card.path("setupUrl").isNull()).isTrue();
    assertThat(card.path("consent").stringValue()).contains("monthly ceilings");

    assertThat(call("DELETE", CARDS + "/" + id, "", key()).statusCode()).isEqualTo(204);
    assertThat(call("DELETE", CARDS + "/" + id, "", key()).statusCode()).isEqualTo(404);
    assertThat(Stage.json(call("GET", CARDS, "", key())).path("items").size()).isZero();
    Awaitility.await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(events.received("billing.payment-method-changed", owner.humanId()))
                    .extracting(BillingScene::status)
                    .containsExactly("PENDING", "ACTIVE", "REMOVED"));
    events
        .received("billing.payment-method-changed", owner.humanId())
        .forEach(event -> Contracts.validate("billing.payment-method-changed", event.json()));
  }

  @Test
  void whoDeletesTheAccountTakesAllCardsBack() {
    savedCard(GOOD);
    savedCard(GOOD);

    ledger.publish(
        "accounts.events.v1",
        owner.humanId(),
        "accounts.human-deleted",
        "{\"humanId\":\"%s\",\"version\":2,\"at\":\"2026-11-22T09:30:00Z\"}"
            .formatted(owner.humanId()));

    Awaitility.await()
        .atMost(SOON)
        .until(() -> Stage.json(call("GET", CARDS, "", key())).path("items").isEmpty());
  }

  @Test
  void noEventIsNeeded() {
    fault("EVENT_SUPPRESS", "*");
    assertThat(savedCard(GOOD)).startsWith("pmt_");
  }

  @Test
  void aCardThatStripeDoesNotKeepStaysPendingForAnother() {
    JsonNode card = Stage.json(call("POST", CARDS, "{\"consent\": true}", key()));
    String page = card.path("setupUrl").stringValue();
    assertThat(Stage.pay(page, DECLINED)).isEqualTo(402);
    assertThat(Stage.pay(page, GOOD)).isEqualTo(303);
    awaitCard(card.path("id").stringValue());
  }
}
