package dev.agora.marketplace.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.agora.marketplace.Trader;
import dev.agora.marketplace.TradingMarketplace;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OrderIT extends TradingMarketplace {

  @Test
  void anOrderIsBoughtAcceptedDeliveredApprovedAndSettled() {
    Deal deal = deal("");
    JsonNode funded = deal.seller().order(deal.order());
    assertThat(funded.get("status").asString()).isEqualTo("FUNDED");
    assertThat(texts(funded.get("nextActions"))).containsExactly("accept", "decline");
    assertThat(texts(deal.buyer().order(deal.order()).get("nextActions")))
        .containsExactly("cancel");
    deal.seller().act(deal.order(), "accept", "{}").expect(200);
    JsonNode done =
        deal.seller()
            .act(deal.order(), "deliver", "{\"content\": {\"text\": \"Done.\"}}")
            .expect(200);
    assertThat(done.get("status").asString()).isEqualTo("DELIVERED");
    assertThat(done.at("/deliveries/0/content/text").asString()).isEqualTo("Done.");
    deal.buyer().act(deal.order(), "approve", "{}").expect(200);
    awaitStatus(deal.buyer(), deal.order(), "COMPLETED");
    JsonNode completed = deal.buyer().order(deal.order());
    assertThat(completed.at("/settlement/sellerNet").asString()).isEqualTo("95");
    assertThat(completed.at("/settlement/fee").asString()).isEqualTo("5");
    assertThat(completed.at("/settlement/buyerRefund").asString()).isEqualTo("0");
    assertThat(completed.at("/settlement/postedAt").isNull()).isFalse();
    assertThat(ledger.asked(holdOf(deal.order()))).containsExactly("place 100", "settle 100");
  }

  @Test
  void theFirstAnswerIsTheFundedOrderAndARepetitionReplaysIt() {
    Trader buyer = trader();
    String service = trader().publish("Quick help", "10", ", \"autoAccept\": true");
    String key = UUID.randomUUID().toString();
    Trader.Answer first = buyer.buy(service, "", key);
    Trader.Answer second = buyer.buy(service, "", key);
    assertThat(first.expect(202).get("status").asString()).isEqualTo("IN_PROGRESS");
    assertThat(second.expect(202)).isEqualTo(first.body());
    assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(buyer.get("/orders").expect(200).get("items")).hasSize(1);
  }

  @Test
  void aBuyerWithoutCreditsIsRejectedWithWhatIsMissing() {
    Trader buyer = trader();
    ledger.makePoor(buyer.id());
    String service = trader().publish("Dear help", "100", "");
    String order = buyer.buy(service).expect(202).get("id").asString();
    awaitStatus(buyer, order, "REJECTED");
    JsonNode rejected = buyer.order(order);
    assertThat(rejected.at("/rejection/code").asString()).isEqualTo("insufficient_credits");
    assertThat(rejected.at("/rejection/missing").asString()).isEqualTo("20");
  }

  @Test
  void declineCancelAndSilenceGiveEverythingBack() {
    Deal declined = deal("");
    declined.seller().act(declined.order(), "decline", "{\"reason\": \"too busy\"}").expect(200);
    Deal canceled = deal("");
    canceled.buyer().act(canceled.order(), "cancel", "").expect(200);
    Deal ignored = deal("");
    letTimeRunOut(ignored.order());
    awaitStatus(ignored.buyer(), ignored.order(), "EXPIRED");
    for (Deal deal : List.of(declined, canceled, ignored)) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(deal.buyer().order(deal.order()).at("/settlement/postedAt").isNull())
                      .isFalse());
      assertThat(deal.buyer().order(deal.order()).at("/settlement/buyerRefund").asString())
          .isEqualTo("100");
      assertThat(ledger.asked(holdOf(deal.order()))).containsExactly("place 100", "release");
    }
    assertThat(declined.buyer().order(declined.order()).get("status").asString())
        .isEqualTo("DECLINED");
    assertThat(canceled.buyer().order(canceled.order()).get("status").asString())
        .isEqualTo("CANCELED");
  }

  @Test
  void aSellerWhoDoesNotDeliverIsNotPaidAndABuyerWhoIsSilentPays() {
    Deal late = deal(", \"autoAccept\": true");
    letTimeRunOut(late.order());
    awaitStatus(late.buyer(), late.order(), "REFUNDED");
    Deal silent = delivered();
    letTimeRunOut(silent.order());
    awaitStatus(silent.buyer(), silent.order(), "COMPLETED");
  }

  @Test
  void aDeadlineIsExactEvenIfTheSweepHasNotComeRound() {
    Deal deal = deal("");
    letTimeRunOut(deal.order());
    deal.seller().act(deal.order(), "accept", "{}").expectProblem(409, "not_in_this_state");
    assertThat(deal.seller().order(deal.order()).get("status").asString()).isEqualTo("EXPIRED");
  }

  @Test
  void aSplitSettlesBetweenTheSides() {
    Deal deal = delivered();
    deal.seller().act(deal.order(), "split", "{\"splitBps\": 4000}").expect(200);
    deal.seller().act(deal.order(), "accept-split", "{}").expectProblem(409, "own_split");
    deal.buyer().act(deal.order(), "accept-split", "{}").expect(200);
    awaitStatus(deal.buyer(), deal.order(), "PARTIALLY_REFUNDED");
    JsonNode settlement = deal.buyer().order(deal.order()).get("settlement");
    assertThat(settlement.get("buyerRefund").asString()).isEqualTo("60");
    assertThat(settlement.get("sellerNet").asString()).isEqualTo("38");
    assertThat(settlement.get("fee").asString()).isEqualTo("2");
    assertThat(ledger.asked(holdOf(deal.order()))).containsExactly("place 100", "settle 40");
  }

  @Test
  void aDisputeIsAnsweredAndRuledByAnArbiterWhoIsNoParty() {
    String owner = freshId("hum_");
    Trader seller = traderOf(owner);
    Trader buyer = trader();
    String service = seller.publish("Doubtful work", "100", ", \"autoAccept\": true");
    String order = buyer.buy(service).expect(202).get("id").asString();
    awaitStatus(buyer, order, "IN_PROGRESS");
    seller.act(order, "deliver", "{\"content\": \"\"}").expect(200);
    buyer
        .act(order, "dispute", "{\"reason\": \"It is empty.\", \"requestedSplitBps\": 0}")
        .expect(200);
    seller.act(order, "answer", "{\"answer\": \"It is art.\"}").expect(200);
    String ruling = "{\"splitBps\": 2500, \"reason\": \"Some art.\"}";
    arbiter(owner).act(order, "ruling", ruling).expectProblem(403, "arbiter_is_party");
    seller.act(order, "ruling", ruling).expectProblem(403, "not_allowed");
    arbiter(freshId("hum_")).act(order, "ruling", ruling).expect(200);
    awaitStatus(buyer, order, "PARTIALLY_REFUNDED");
    JsonNode ruled = buyer.order(order);
    assertThat(ruled.at("/dispute/ruling/reason").asString()).isEqualTo("Some art.");
    assertThat(ruled.at("/settlement/buyerRefund").asString()).isEqualTo("75");
  }

  @Test
  void anUnansweredDisputeGoesToItsOpener() {
    Deal deal = delivered();
    deal.buyer()
        .act(deal.order(), "dispute", "{\"reason\": \"Empty.\", \"requestedSplitBps\": 0}")
        .expect(200);
    letTimeRunOut(deal.order());
    awaitStatus(deal.buyer(), deal.order(), "REFUNDED");
    assertThat(ledger.asked(holdOf(deal.order()))).containsExactly("place 100", "release");
  }

  @Test
  void aRevisionKeepsBothDeliveries() {
    Deal deal = delivered();
    deal.buyer().act(deal.order(), "revise", "{\"reason\": \"A comma is missing.\"}").expect(200);
    JsonNode again =
        deal.seller().act(deal.order(), "deliver", "{\"content\": \"Done,\"}").expect(200);
    assertThat(again.get("deliveries")).hasSize(2);
    assertThat(again.get("revisionsLeft").asInt()).isEqualTo(1);
  }

  @Test
  void ordersAreForTheirPartiesOnly() {
    Deal deal = deal("");
    Trader stranger = trader();
    stranger.get("/orders/" + deal.order()).expectProblem(404, "order_not_found");
    stranger.act(deal.order(), "accept", "{}").expectProblem(404, "order_not_found");
    stranger.get("/orders/nonsense").expectProblem(404, "order_not_found");
    deal.buyer().act(deal.order(), "accept", "{}").expectProblem(409, "not_your_move");
    assertThat(stranger.get("/orders").expect(200).get("items")).isEmpty();
    assertThat(deal.seller().get("/orders?role=seller").expect(200).get("items")).hasSize(1);
    assertThat(deal.seller().get("/orders?role=buyer").expect(200).get("items")).isEmpty();
  }

  @Test
  void aStaleVersionIsRefused() {
    Deal deal = deal("");
    String path = "/orders/" + deal.order() + "/accept";
    deal.seller().post(path, "{}", "\"1\"").expectProblem(412, "stale_version");
    String current = deal.seller().get("/orders/" + deal.order()).header("ETag");
    deal.seller().post(path, "{}", current).expect(200);
  }

  @Test
  void oneOwnerOnBothSidesIsRefusedAndSoIsAnUnclaimedAgent() {
    String owner = freshId("hum_");
    String service = traderOf(owner).publish("For strangers", "10", "");
    traderOf(owner).buy(service).expectProblem(403, "same_owner");
    unclaimedTrader().buy(service).expectProblem(403, "unclaimed_agent");
  }

  @Test
  void priceAndInputAreCheckedBeforeAnyMoneyMoves() {
    String schema =
        ", \"inputSchema\": {\"type\": \"object\", \"required\": [\"text\"]},"
            + " \"outputSchema\": {\"type\": \"string\"}, \"autoAccept\": true";
    Trader seller = trader();
    String service = seller.publish("Strict help", "10", schema);
    Trader buyer = trader();
    buyer
        .buy(service, ", \"maxPrice\": \"9.9\", \"input\": {\"text\": 1}", "k1")
        .expectProblem(409, "price_above_max");
    JsonNode misfit =
        buyer.buy(service, ", \"input\": {}", "k2").expectProblem(422, "input_does_not_fit");
    assertThat(misfit.at("/errors/0/pointer").asString()).isEqualTo("/input");
    buyer.buy(freshId("svc_")).expectProblem(404, "service_not_found");
    buyer.buy("nonsense").expectProblem(404, "service_not_found");
    String order =
        buyer.buy(service, ", \"input\": {\"text\": \"a\"}", "k3").expect(202).get("id").asString();
    awaitStatus(buyer, order, "IN_PROGRESS");
    seller.act(order, "deliver", "{\"content\": 5}").expectProblem(422, "output_does_not_fit");
    seller.act(order, "deliver", "{\"content\": \"five\"}").expect(200);
  }

  @Test
  void reviewsAreBlindUntilBothSidesHaveSpoken() {
    Deal deal = delivered();
    deal.buyer().act(deal.order(), "approve", "{}").expect(200);
    awaitStatus(deal.buyer(), deal.order(), "COMPLETED");
    String service = deal.buyer().order(deal.order()).get("service").asString();
    deal.buyer().act(deal.order(), "review", "{\"rating\": 4, \"text\": \"Good.\"}").expect(200);
    assertThat(anybody().get("/services/" + service + "/reviews").expect(200).get("items"))
        .isEmpty();
    deal.seller().act(deal.order(), "review", "{\"rating\": 5, \"text\": \"Paid.\"}").expect(200);
    JsonNode reviews = anybody().get("/services/" + service + "/reviews").expect(200).get("items");
    assertThat(reviews).hasSize(1);
    assertThat(reviews.at("/0/rating").asInt()).isEqualTo(4);
    JsonNode listing = anybody().get("/services/" + service).expect(200);
    assertThat(listing.get("rating").decimalValue()).isEqualByComparingTo("4.0");
    assertThat(listing.get("sold").asInt()).isEqualTo(1);
  }
}
