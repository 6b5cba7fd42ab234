package dev.agora.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.support.ScriptedParticipant.Answer;
import dev.agora.support.ScriptedParticipant.Received;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** What tests of saved cards and automatic top-ups share. */
abstract class TopUpScene extends BillingScene {

  static final String CARDS = "/api/v1/billing/payment-methods";

  private final String transaction = "txn_" + key().replace("-", "");

  /** The ledger posts each purchase of a test as a transaction of the test's own. */
  @BeforeEach
  void postUnderAnIdOfItsOwn() {
    ledger.answering(
        "ledger.post-purchase",
        command ->
            Optional.of(
                Answer.success(
                    "{\"transactionId\": \"%s\", \"at\": \"2026-11-22T09:30:00Z\"}"
                        .formatted(transaction))));
  }

  /** Saves a card and waits until it can be charged; its id. */
  String savedCard(String number) {
    HttpResponse<String> answer = call("POST", CARDS, "{\"consent\": true}", key());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    JsonNode card = Stage.json(answer);
    assertThat(Stage.pay(card.path("setupUrl").stringValue(), number)).isEqualTo(303);
    String id = card.path("id").stringValue();
    awaitCard(id);
    return id;
  }

  void awaitCard(String id) {
    Awaitility.await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(Stage.json(call("GET", CARDS, "", key())).path("items").valueStream())
                    .anySatisfy(
                        card -> {
                          assertThat(card.path("id").stringValue()).isEqualTo(id);
                          assertThat(card.path("status").stringValue()).isEqualTo("ACTIVE");
                        }));
  }

  /** Tops the owner's agent up by $10 below 50 credits, for at most that much a month. */
  HttpResponse<String> rule(String card, String ceiling) {
    return rule(
        """
        {"threshold": "50", "package": "pkg_10", "monthlyCeilingUsd": "%s", "paymentMethod": "%s"}
        """
            .formatted(ceiling, card));
  }

  HttpResponse<String> rule(String body) {
    return call("PUT", rulePath(), body, key());
  }

  JsonNode rule() {
    return Stage.json(call("GET", rulePath(), "", key()));
  }

  String rulePath() {
    return "/api/v1/agents/" + owner.agentId() + "/auto-top-up";
  }

  /** The ledger tells what the agent has now. */
  void balance(String available, long version) {
    balance("TRANSFER", available, version);
  }

  /** The ledger tells that the purchase which it posted last is in the balance. */
  void posted(String available, long version) {
    balance("PURCHASE", available, version);
  }

  private void balance(String kind, String available, long version) {
    ledger.publish(
        "ledger.events.v1",
        owner.agentId(),
        "ledger.transactions-posted",
        """
        {"transactions": [{"id": "%s", "kind": "%s",
          "at": "2026-11-22T09:30:00.123456Z", "reference": null, "movements": [
          {"agentId": "%s", "availableChange": "-1", "heldChange": "0",
           "availableAfter": "%s", "version": %d}]}]}
        """
            .formatted(transaction, kind, owner.agentId(), available, version));
  }

  /** The owner's purchases in a status. */
  List<JsonNode> purchases(String status) {
    return Stage.json(get(""))
        .path("items")
        .valueStream()
        .filter(purchase -> purchase.path("status").stringValue().equals(status))
        .toList();
  }

  void awaitPurchases(String status, int count) {
    Awaitility.await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(purchases(status)).hasSize(count));
  }

  List<String> news() {
    return events.received("billing.auto-top-up-changed", owner.agentId()).stream()
        .map(TopUpScene::newsOf)
        .toList();
  }

  void awaitNews(String... expected) {
    Awaitility.await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(news()).containsExactly(expected));
  }

  private static String newsOf(Received event) {
    return Stage.json(event.json()).path("news").stringValue();
  }
}
