package dev.agora.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.agora.billing.Stage.Owner;
import dev.agora.support.Contracts;
import dev.agora.support.ScriptedParticipant.Received;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Purchases from the request to the credits. */
class PurchaseIT extends BillingScene {

  @Test
  void aPaidCheckoutBecomesCreditsAndAReceipt() {
    HttpResponse<String> answer = buy("pkg_100", key());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    JsonNode purchase = Stage.json(answer);
    assertThat(purchase.path("status").stringValue()).isEqualTo("AWAITING_PAYMENT");
    assertThat(purchase.path("credits").stringValue()).isEqualTo("1200");
    assertThat(purchase.path("bonusCredits").stringValue()).isEqualTo("200");
    assertThat(purchase.path("priceUsd").stringValue()).isEqualTo("100.00");
    assertThat(purchase.path("feeUsd").stringValue()).isEqualTo("3.00");
    String id = purchase.path("id").stringValue();
    assertThat(get("/" + id + "/receipt").statusCode()).isEqualTo(409);

    assertThat(Stage.pay(purchase.path("checkoutUrl").stringValue(), GOOD)).isEqualTo(303);

    awaitStatus(id, "COMPLETED");
    Received posted = ledger.received("ledger.post-purchase", owner.agentId()).getFirst();
    assertThat(posted.json())
        .contains(
            "\"baseCredits\":\"1000\"", "\"bonusCredits\":\"200\"", "\"stripeFeeUsd\":\"3.20\"");
    assertThat(Stage.json(get("/" + id + "/receipt")).path("totalUsd").stringValue())
        .isEqualTo("100.00");
    // The buyer's name travels on a partition of its own and may arrive after the payment.
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(get("/" + id + "/receipt", "text/html").body())
                    .contains("Ada &lt;3", "$3.00", "1200"));
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(events.received("billing.purchase-changed", id))
                    .extracting(BillingScene::status)
                    .containsExactly("AWAITING_PAYMENT", "PAID", "COMPLETED"));
    events
        .received("billing.purchase-changed", id)
        .forEach(event -> Contracts.validate("billing.purchase-changed", event.json()));
  }

  @Test
  void aDeclinedCardLeavesItOpenForAnother() {
    JsonNode purchase = Stage.json(buy("pkg_10", key()));
    String id = purchase.path("id").stringValue();
    String url = purchase.path("checkoutUrl").stringValue();
    assertThat(Stage.pay(url, DECLINED)).isEqualTo(402);
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(read(id).path("lastError").path("code").isString()).isTrue());
    assertThat(read(id).path("status").stringValue()).isEqualTo("AWAITING_PAYMENT");
    assertThat(ledger.received("ledger.post-purchase", owner.agentId())).isEmpty();
    Stage.pay(url, GOOD);
    awaitStatus(id, "COMPLETED");
    assertThat(read(id).path("lastError").isNull()).isTrue();
  }

  @Test
  void anUnpaidOneExpires() {
    JsonNode purchase = Stage.json(buy("pkg_10", key()));
    Stage.simulator("POST", "/_sim/checkout/" + session(purchase) + "/expire", "{}");
    awaitStatus(purchase.path("id").stringValue(), "EXPIRED");
    assertThat(read(purchase.path("id").stringValue()).path("checkoutUrl").isNull()).isTrue();
    assertThat(ledger.received("ledger.post-purchase", owner.agentId())).isEmpty();
  }

  @Test
  void theSameKeyHasOnePurchaseAndOneAnswer() {
    String key = key();
    HttpResponse<String> first = buy("pkg_10", key);
    HttpResponse<String> again = buy("pkg_10", key);
    assertThat(again.statusCode()).isEqualTo(202);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
    HttpResponse<String> other = buy("pkg_50", key);
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.body()).contains("idempotency_key_reused");
    assertThat(Stage.json(get("")).path("items").size()).isEqualTo(1);
  }

  @Test
  void refusesWhatIsWrongAndSaysWhere() {
    assertThat(wish("{\"agent\": \"" + owner.agentId() + "\"}").body())
        .contains("package_or_amount");
    assertThat(wish(body("\"package\": \"pkg_7\"")).body()).contains("package_unknown", "/package");
    HttpResponse<String> small = wish(body("\"amountUsd\": \"4.99\""));
    assertThat(small.statusCode()).isEqualTo(422);
    assertThat(small.body()).contains("amount_out_of_range", "/amountUsd");
    assertThat(wish(body("\"amountUsd\": \"5.00\"")).statusCode()).isEqualTo(202);
    HttpResponse<String> foreign =
        wish("{\"agent\": \"" + Owner.fresh().agentId() + "\", \"package\": \"pkg_10\"}");
    assertThat(foreign.statusCode()).isEqualTo(404);
    assertThat(get("/pur_nonsense").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> wish(String body) {
    return buyBody(body, key());
  }

  private String body(String what) {
    return "{\"agent\": \"" + owner.agentId() + "\", " + what + "}";
  }

  private static String session(JsonNode purchase) {
    String url = purchase.path("checkoutUrl").stringValue();
    return url.substring(url.lastIndexOf('/') + 1);
  }
}
