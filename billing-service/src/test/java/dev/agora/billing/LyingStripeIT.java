package dev.agora.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A Stripe whose answers do not fit what was ordered posts nothing. */
class LyingStripeIT extends BillingScene {

  private static final String SESSION = "/v1/checkout/sessions/*";

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          another amount   | {"amount_total": 100000}
          no amount        | {"amount_total": null}
          another currency | {"currency": "eur"}
          another customer | {"customer": "cus_somebody_else"}
          no customer      | {"customer": null}
          another order    | {"client_reference_id": "pur_00000000000000000000000000000000"}
          another mode     | {"livemode": true}
          """)
  void whatDoesNotFitGoesIntoQuarantine(String lie, String values) {
    JsonNode purchase = Stage.json(buy("pkg_10", key()));
    String id = purchase.path("id").stringValue();
    lie(values);
    Stage.pay(purchase.path("checkoutUrl").stringValue(), GOOD);
    awaitStatus(id, "QUARANTINED");
    assertThat(ledger.received("ledger.post-purchase", owner.agentId())).as(lie).isEmpty();
    assertThat(read(id).path("lastError").path("code").stringValue()).isEqualTo("quarantined");
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(events.received("billing.purchase-changed", id))
                    .extracting(BillingScene::status)
                    .contains("QUARANTINED"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"WRONG_OBJECT", "TRUNCATE", "BAD_GATEWAY", "ERROR_BEFORE", "CLOSE_BEFORE"})
  void whatCanNotBeReadIsAskedForAgain(String kind) {
    JsonNode purchase = Stage.json(buy("pkg_10", key()));
    String id = purchase.path("id").stringValue();
    Stage.simulator(
        "POST",
        "/_sim/faults",
        "{\"kind\": \"%s\", \"method\": \"GET\", \"path\": \"%s\", \"times\": 2}"
            .formatted(kind, SESSION));
    Stage.pay(purchase.path("checkoutUrl").stringValue(), GOOD);
    awaitStatus(id, "COMPLETED");
    assertThat(ledger.received("ledger.post-purchase", owner.agentId())).hasSize(1);
  }

  @Test
  void anEventOfAnotherReleaseAboutAnEarlierMomentIsAHintLikeAnyOther() {
    Stage.simulator(
        "POST",
        "/_sim/faults",
        """
        {"kind": "WEBHOOK_ALTER", "path": "*", "times": 0,
         "set": {"api_version": "2026-10-28.endive", "data.object.status": "never_heard_of",
                 "data.object.payment_status": "unpaid", "data.object.amount_total": 1}}
        """);
    String id = bought("pkg_10", GOOD);
    assertThat(ledger.received("ledger.post-purchase", owner.agentId())).hasSize(1);
    assertThat(read(id).path("priceUsd").stringValue()).isEqualTo("10.00");
  }

  private static void lie(String values) {
    Stage.simulator(
        "POST",
        "/_sim/faults",
        "{\"kind\": \"LIE\", \"method\": \"GET\", \"path\": \"%s\", \"times\": 0, \"set\": %s}"
            .formatted(SESSION, values));
  }
}
