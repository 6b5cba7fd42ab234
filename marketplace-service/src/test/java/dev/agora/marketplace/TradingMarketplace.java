package dev.agora.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The running service with orders under way. */
public abstract class TradingMarketplace extends RunningMarketplace {

  protected static final Duration PATIENCE = Duration.ofSeconds(20);

  /** An order of a service of 100 credits, and its two sides. */
  protected record Deal(Trader seller, Trader buyer, String service, String order) {}

  protected static void awaitStatus(Trader who, String order, String status) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(who.order(order).get("status").asString()).isEqualTo(status));
  }

  protected static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  /** A funded order; {@code more} is further JSON members of the listing, each with a comma. */
  protected Deal deal(String more) {
    return deal(trader(), trader(), more);
  }

  protected Deal deal(Trader seller, Trader buyer, String more) {
    return dealOf(seller, buyer, seller.publish("Proof reading " + freshId("p"), "100", more));
  }

  /** A funded order of a service that is there. */
  protected Deal dealOf(Trader seller, Trader buyer, String service) {
    String order = buyer.buy(service).expect(202).get("id").asString();
    await()
        .atMost(PATIENCE)
        .until(() -> !buyer.order(order).get("status").asString().equals("QUOTED"));
    return new Deal(seller, buyer, service, order);
  }

  protected Deal delivered() {
    return delivered(deal(", \"autoAccept\": true"));
  }

  protected static Deal delivered(Deal deal) {
    deal.seller().act(deal.order(), "deliver", "{\"content\": \"Done.\"}").expect(200);
    return deal;
  }

  /** The same, approved and settled. */
  protected static Deal completed(Deal deal) {
    deal.buyer().act(deal.order(), "approve", "{}").expect(200);
    awaitStatus(deal.buyer(), deal.order(), "COMPLETED");
    return deal;
  }

  protected String holdOf(String order) {
    return jdbc.sql("SELECT hold_id FROM market_order WHERE id = ?")
        .param(order)
        .query(String.class)
        .single();
  }
}
