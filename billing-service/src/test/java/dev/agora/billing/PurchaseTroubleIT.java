package dev.agora.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.agora.support.ScriptedParticipant.Answer;
import dev.agora.support.ScriptedParticipant.Received;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Purchases while Stripe, its events or the ledger misbehave. */
class PurchaseTroubleIT extends BillingScene {

  @Test
  void noWebhookIsNeeded() {
    fault("EVENT_SUPPRESS", "*");
    JsonNode purchase = Stage.json(buy("pkg_10", key()));
    Stage.pay(purchase.path("checkoutUrl").stringValue(), GOOD);
    awaitStatus(purchase.path("id").stringValue(), "COMPLETED");
  }

  @Test
  void doubledAndReorderedWebhooksPostOnce() {
    JsonNode purchase = Stage.json(buy("pkg_50", key()));
    String id = purchase.path("id").stringValue();
    Stage.pay(purchase.path("checkoutUrl").stringValue(), GOOD);
    Stage.simulator("POST", "/_sim/events/replay", "{\"order\": \"reversed\", \"copies\": 3}");
    awaitStatus(id, "COMPLETED");
    Stage.simulator("POST", "/_sim/events/replay", "{\"order\": \"shuffled\", \"copies\": 2}");
    await()
        .during(Duration.ofSeconds(1))
        .atMost(SOON)
        .until(() -> read(id).path("status").stringValue().equals("COMPLETED"));
    assertThat(ledger.received("ledger.post-purchase", owner.agentId()))
        .extracting(command -> command.headers().get("command-id"))
        .hasSize(1);
    assertThat(Stage.RELAY.statuses()).containsOnly(200);
  }

  @Test
  void aLedgerThatRefusesForGoodGivesTheMoneyBack() {
    ledger.answering(
        "ledger.post-purchase", command -> Optional.of(Answer.refusal("agent_closed", "{}")));
    JsonNode purchase = Stage.json(buy("pkg_10", key()));
    String id = purchase.path("id").stringValue();
    Stage.pay(purchase.path("checkoutUrl").stringValue(), GOOD);
    awaitStatus(id, "FAILED");
    assertThat(read(id).path("lastError").path("code").stringValue()).isEqualTo("agent_closed");
    Received booked = ledger.received("ledger.book-refunded-charge", id).getFirst();
    assertThat(booked.json()).contains("\"stripeFeeUsd\":\"0.59\"", "\"refundId\":\"re_");
    assertThat(countAtStripe("refund", id)).isEqualTo(1);
  }

  @Test
  void aRefundThatWasMadeBeforeTheLineBrokeIsFound() {
    ledger.answering(
        "ledger.post-purchase", command -> Optional.of(Answer.refusal("agent_closed", "{}")));
    JsonNode purchase = Stage.json(buy("pkg_10", key()));
    String id = purchase.path("id").stringValue();
    faultOnPost("ERROR_AFTER", "/v1/refunds");
    Stage.pay(purchase.path("checkoutUrl").stringValue(), GOOD);
    awaitStatus(id, "FAILED");
    assertThat(countAtStripe("refund", id)).isEqualTo(1);
  }

  @Test
  void aCheckoutThatCouldNotBeOpenedIsOpenedByTheRetry() {
    String key = key();
    fault("ERROR_BEFORE", "/v1/checkout/sessions", 2);
    HttpResponse<String> broken = buy("pkg_10", key);
    assertThat(broken.statusCode()).as(broken.body()).isEqualTo(503);
    assertThat(broken.body()).contains("stripe_unavailable");
    HttpResponse<String> retried = buy("pkg_10", key);
    assertThat(retried.statusCode()).as(retried.body()).isEqualTo(202);
    assertThat(Stage.json(get("")).path("items").size()).isEqualTo(1);
  }

  @Test
  void anUnsignedOrStaleWebhookIsRefused() {
    HttpRequest.Builder webhook =
        HttpRequest.newBuilder(uri("/webhooks/stripe"))
            .header("Authorization", "Bearer " + Stage.GATEWAY.anonymousToken("billing"))
            .POST(HttpRequest.BodyPublishers.ofString("{\"object\": \"event\"}"));
    assertThat(Stage.send(webhook.build()).statusCode()).isEqualTo(400);
    HttpRequest stale = webhook.header("Stripe-Signature", "t=1,v1=" + "0".repeat(64)).build();
    assertThat(Stage.send(stale).statusCode()).isEqualTo(400);
  }
}
