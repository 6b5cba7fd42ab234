package dev.agora.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.billing.Stage.Owner;
import dev.agora.support.Contracts;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Top-ups from a balance that runs low to the credits, and all that can come between. */
class AutoTopUpIT extends TopUpScene {

  /** Can be saved, and says no whenever it is charged. */
  private static final String DECLINED_LATER = "4000000000000341";

  /** Wants its holder to confirm each payment. */
  private static final String ASKS = "4000000000003220";

  @Test
  void aLowBalanceIsToppedUpOnceUntilTheCeilingIsReached() {
    String card = savedCard(GOOD);
    assertThat(rule(card, "25.00").statusCode()).isEqualTo(200);
    balance("40", 1);
    awaitPurchases("COMPLETED", 1);
    JsonNode purchase = purchases("COMPLETED").getFirst();
    assertThat(purchase.path("source").stringValue()).isEqualTo("AUTO_TOP_UP");
    assertThat(purchase.path("priceUsd").stringValue()).isEqualTo("10.00");
    stays("COMPLETED", 1);
    assertThat(rule().path("inFlight").stringValue())
        .as("the balance does not show it yet")
        .isEqualTo(purchase.path("id").stringValue());

    posted("140", 2);
    awaitNews("SET", "STARTED", "SUCCEEDED");
    balance("49.999999", 3);
    awaitPurchases("COMPLETED", 2);
    awaitNews("SET", "STARTED", "SUCCEEDED", "STARTED", "SUCCEEDED", "CEILING_REACHED");
    assertThat(rule().path("notBefore").stringValue()).endsWith("-01T00:00:00Z");
    stays("COMPLETED", 2);
    assertThat(countAtStripe("payment_intent", purchase.path("id").stringValue())).isEqualTo(1);
    events
        .received("billing.auto-top-up-changed", owner.agentId())
        .forEach(event -> Contracts.validate("billing.auto-top-up-changed", event.json()));
  }

  @Test
  void onlyAKnownAndCurrentBalanceCounts() {
    rule(savedCard(GOOD), "25.00");
    balance("100", 5);
    balance("10", 4);
    stays("AWAITING_PAYMENT", 0);
    stays("COMPLETED", 0);
    balance("50", 6);
    stays("COMPLETED", 0);
    balance("49", 7);
    awaitPurchases("COMPLETED", 1);
  }

  @Test
  void twoDeclinesSwitchItOff() {
    rule(savedCard(DECLINED_LATER), "100.00");
    balance("10", 1);
    awaitNews("SET", "STARTED", "DECLINED", "STARTED", "DECLINED", "SWITCHED_OFF");
    JsonNode rule = rule();
    assertThat(rule.path("status").stringValue()).isEqualTo("OFF");
    assertThat(rule.path("offReason").stringValue()).isEqualTo("DECLINED");
    assertThat(purchases("FAILED"))
        .hasSize(2)
        .allSatisfy(
            purchase ->
                assertThat(purchase.path("lastError").path("code").stringValue())
                    .isEqualTo("generic_decline"));
    assertThat(ledger.received("ledger.post-purchase", owner.agentId())).isEmpty();
    rule(savedCard(GOOD), "100.00");
    awaitPurchases("COMPLETED", 1);
  }

  @Test
  void aCardThatAsksForItsHolderBecomesALink() {
    rule(savedCard(ASKS), "100.00");
    balance("10", 1);
    awaitNews("SET", "STARTED", "NEEDS_HUMAN");
    JsonNode purchase = purchases("AWAITING_PAYMENT").getFirst();
    assertThat(purchase.path("lastError").path("code").stringValue())
        .isEqualTo("authentication_required");
    assertThat(Stage.pay(purchase.path("checkoutUrl").stringValue(), ASKS)).isEqualTo(303);
    awaitPurchases("COMPLETED", 1);
    posted("110", 2);
    awaitNews("SET", "STARTED", "NEEDS_HUMAN", "SUCCEEDED");
    assertThat(rule().path("declines").intValue()).isZero();
    assertThat(ledger.received("ledger.post-purchase", owner.agentId()))
        .extracting(command -> command.headers().get("command-id"))
        .hasSize(1);
  }

  @Test
  void aChargeWhoseAnswerGotLostIsMadeOnce() {
    rule(savedCard(GOOD), "100.00");
    faultOnPost("ERROR_AFTER", "/v1/payment_intents");
    balance("10", 1);
    awaitPurchases("COMPLETED", 1);
    String id = purchases("COMPLETED").getFirst().path("id").stringValue();
    assertThat(countAtStripe("payment_intent", id)).isEqualTo(1);
  }

  @Test
  void aRuleIsGoneWhenItIsRemovedOrItsCardIs() {
    String card = savedCard(GOOD);
    rule(card, "100.00");
    assertThat(call("DELETE", rulePath(), "", key()).statusCode()).isEqualTo(204);
    assertThat(call("DELETE", rulePath(), "", key()).statusCode()).isEqualTo(404);
    assertThat(call("GET", rulePath(), "", key()).body()).contains("auto_top_up_unknown");
    balance("10", 1);
    stays("COMPLETED", 0);
    rule(card, "100.00");
    awaitPurchases("COMPLETED", 1);
    call("DELETE", CARDS + "/" + card, "", key());
    posted("20", 2);
    Awaitility.await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(rule().path("offReason").stringValue("")).isEqualTo("CARD_REMOVED"));
  }

  @Test
  void aDisputedTopUpIsTheLastOne() {
    rule(savedCard(GOOD), "100.00");
    balance("10", 1);
    awaitPurchases("COMPLETED", 1);
    posted("110", 2);
    awaitNews("SET", "STARTED", "SUCCEEDED");
    String id = purchases("COMPLETED").getFirst().path("id").stringValue();
    Stage.simulator("POST", "/_sim/disputes", "{\"charge\": \"" + Stage.chargeOf(id) + "\"}");
    awaitNews("SET", "STARTED", "SUCCEEDED", "SWITCHED_OFF");
    assertThat(rule().path("offReason").stringValue()).isEqualTo("DISPUTED");
  }

  @Test
  void refusesWhatIsWrongAndSaysWhere() {
    String card = savedCard(GOOD);
    HttpResponse<String> low = rule(card, "9.99");
    assertThat(low.statusCode()).isEqualTo(422);
    assertThat(low.body()).contains("ceiling_too_low", "/monthlyCeilingUsd");
    HttpResponse<String> none = rule("pmt_" + "0".repeat(32), "100.00");
    assertThat(none.statusCode()).isEqualTo(422);
    assertThat(none.body()).contains("payment_method_not_usable", "/paymentMethod");
    String both =
        """
        {"threshold": "50", "package": "pkg_10", "amountUsd": "20", "monthlyCeilingUsd": "100",
         "paymentMethod": "%s"}
        """
            .formatted(card);
    assertThat(rule(both).body()).contains("package_or_amount");
    assertThat(
            rule(both.replace("\"package\": \"pkg_10\", ", "").replace("\"20\"", "\"1\"")).body())
        .contains("amount_out_of_range", "/amountUsd");
    assertThat(rule(both.replace("\"50\"", "\"-1\"")).body()).contains("/threshold");
    String foreign = "/api/v1/agents/" + Owner.fresh().agentId() + "/auto-top-up";
    assertThat(call("GET", foreign, "", key()).statusCode()).isEqualTo(404);
  }

  private void stays(String status, int count) {
    Awaitility.await()
        .during(Duration.ofSeconds(2))
        .atMost(SOON)
        .until(() -> purchases(status).size() == count);
  }
}
