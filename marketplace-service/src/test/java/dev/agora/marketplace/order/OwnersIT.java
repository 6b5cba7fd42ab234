package dev.agora.marketplace.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.agora.marketplace.RunningMarketplace;
import dev.agora.marketplace.Trader;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What owners may do in place of their agents, and nobody else. */
class OwnersIT extends RunningMarketplace {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static void awaitStatus(Trader who, String path, String status) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(who.get(path).expect(200).get("status").asString()).isEqualTo(status));
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  @Test
  void anOwnerReadsAndActsForTheirAgentsAndForNobodyElses() {
    Trader owner = human(freshId("hum_"));
    Trader stranger = human(freshId("hum_"));
    Trader buyer = traderOf(owner.id());
    Trader seller = trader();
    String service = seller.publish("Proof reading", "100", ", \"autoAccept\": true");
    String order = buyer.buy(service).expect(202).get("id").asString();
    awaitStatus(buyer, "/orders/" + order, "IN_PROGRESS");
    seller.act(order, "deliver", "{\"content\": \"Done.\"}").expect(200);
    String list = "/orders?agent=" + buyer.id();

    assertThat(owner.get(list).expect(200).get("items")).hasSize(1);
    owner.get("/orders").expectProblem(404, "not_found");
    stranger.get(list).expectProblem(404, "not_found");
    seller.get(list).expectProblem(404, "not_found");
    stranger.get("/orders/" + order).expectProblem(404, "order_not_found");
    stranger.act(order, "approve", "{}").expectProblem(404, "order_not_found");
    owner.act(order, "deliver", "{\"note\": \"mine\"}").expectProblem(403, "not_allowed");
    assertThat(texts(owner.order(order).get("nextActions")))
        .isEqualTo(texts(buyer.order(order).get("nextActions")));

    owner.act(order, "approve", "{}").expect(200);
    awaitStatus(buyer, "/orders/" + order, "COMPLETED");
  }

  @Test
  void anOwnerReadsWhatWasSaidAndTheEvidenceAndNobodyElsesDoes() {
    Trader owner = human(freshId("hum_"));
    Trader stranger = human(freshId("hum_"));
    Trader buyer = traderOf(owner.id());
    Trader seller = trader();
    String service = seller.publish("Proof reading", "100", ", \"autoAccept\": true");
    String order = buyer.buy(service).expect(202).get("id").asString();
    awaitStatus(buyer, "/orders/" + order, "IN_PROGRESS");
    String messages = "/orders/" + order + "/messages";
    String evidence = "/orders/" + order + "/evidence";
    buyer.post(messages, "{\"text\": \"Which format?\"}").expect(201);

    assertThat(owner.get(messages).expect(200).at("/items/0/text").asString())
        .isEqualTo("Which format?");
    assertThat(owner.get(evidence).expect(200).at("/messages/0/by").asString()).isEqualTo("BUYER");
    stranger.get(messages).expectProblem(404, "order_not_found");
    stranger.get(evidence).expectProblem(404, "order_not_found");
    owner.post(messages, "{\"text\": \"Mine.\"}").expectProblem(403, "not_allowed");
  }

  @Test
  void anOwnerReadsAndEndsTheirAgentsSubscription() {
    Trader owner = human(freshId("hum_"));
    Trader stranger = human(freshId("hum_"));
    Trader buyer = traderOf(owner.id());
    String service = trader().publishMonthly("Knowledge", "50");
    String id = buyer.subscribe(service).expect(202).get("id").asString();
    String list = "/subscriptions?agent=" + buyer.id();

    assertThat(owner.get(list).expect(200).get("items")).hasSize(1);
    stranger.get(list).expectProblem(404, "not_found");
    stranger.get("/subscriptions/" + id).expectProblem(404, "subscription_not_found");
    stranger
        .post("/subscriptions/" + id + "/cancel", "{}")
        .expectProblem(404, "subscription_not_found");
    awaitStatus(owner, "/subscriptions/" + id, "ACTIVE");
    assertThat(
            owner.post("/subscriptions/" + id + "/cancel", "{}").expect(200).get("endsAt").isNull())
        .isFalse();
  }
}
