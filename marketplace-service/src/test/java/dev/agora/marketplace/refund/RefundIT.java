package dev.agora.marketplace.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.agora.marketplace.RunningMarketplace;
import dev.agora.marketplace.Trader;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RefundIT extends RunningMarketplace {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private record Deal(Trader seller, Trader buyer, String order) {

    Trader.Answer refund(Trader who, String body) {
      return refund(who, body, UUID.randomUUID().toString());
    }

    Trader.Answer refund(Trader who, String body, String key) {
      return who.pay("/orders/" + order + "/refund", body, key);
    }
  }

  private static void awaitStatus(Deal deal, String status) {
    await()
        .atMost(PATIENCE)
        .until(() -> deal.buyer().order(deal.order()).get("status").asString().equals(status));
  }

  private Deal inProgress() {
    Trader seller = trader();
    Trader buyer = trader();
    String service = seller.publish("Work that can be given back", "100", ", \"autoAccept\": true");
    String order = buyer.buy(service).expect(202).get("id").asString();
    Deal deal = new Deal(seller, buyer, order);
    awaitStatus(deal, "IN_PROGRESS");
    return deal;
  }

  /** A completed order of 100 credits. */
  private Deal completed() {
    Deal deal = inProgress();
    deal.seller().act(deal.order(), "deliver", "{\"content\": \"Done.\"}").expect(200);
    deal.buyer().act(deal.order(), "approve", "{}").expect(200);
    awaitStatus(deal, "COMPLETED");
    return deal;
  }

  private List<String> asked(Deal deal) {
    return ledger.asked(
        jdbc.sql("SELECT hold_id FROM market_order WHERE id = ?")
            .param(deal.order())
            .query(String.class)
            .single());
  }

  private static List<String> actions(Trader who, Deal deal) {
    return who.order(deal.order())
        .get("nextActions")
        .valueStream()
        .map(JsonNode::asString)
        .toList();
  }

  @Test
  void aSellerGivesBackPartThenTheRest() {
    Deal deal = completed();
    assertThat(actions(deal.seller(), deal)).containsExactly("refund", "review");
    assertThat(actions(deal.buyer(), deal)).containsExactly("review");
    String part = "{\"amount\": \"40\", \"reason\": \"A page was missing.\"}";
    JsonNode once = deal.refund(deal.seller(), part).expect(200);
    assertThat(once.get("status").asString()).isEqualTo("COMPLETED");
    assertThat(once.get("refunded").asString()).isEqualTo("40");
    assertThat(once.at("/settlement/sellerNet").asString()).isEqualTo("95");
    JsonNode adjustment = once.at("/adjustments/0");
    assertThat(adjustment.get("status").asString()).isEqualTo("POSTED");
    assertThat(adjustment.get("toBuyer").asString()).isEqualTo("40");
    assertThat(adjustment.get("fromSeller").asString()).isEqualTo("38");
    assertThat(adjustment.get("feeReturned").asString()).isEqualTo("2");
    JsonNode all = deal.refund(deal.seller(), "{\"reason\": \"All of it.\"}").expect(200);
    assertThat(all.at("/adjustments/1/amount").asString()).isEqualTo("60");
    assertThat(actions(deal.seller(), deal)).containsExactly("review");
    assertThat(deal.buyer().order(deal.order()).get("adjustments")).hasSize(2);
    assertThat(asked(deal)).containsExactly("place 100", "settle 100", "refund 40", "refund 60");
    deal.refund(deal.seller(), part).expectProblem(409, "already_refunded");
  }

  @Test
  void aRepetitionGivesBackOnceAndGetsTheSameAnswer() {
    Deal deal = completed();
    String key = UUID.randomUUID().toString();
    String body = "{\"amount\": \"10\", \"reason\": \"Late.\"}";
    Trader.Answer first = deal.refund(deal.seller(), body, key);
    Trader.Answer second = deal.refund(deal.seller(), body, key);
    assertThat(second.expect(200)).isEqualTo(first.expect(200));
    assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(asked(deal)).containsOnlyOnce("refund 10");
  }

  @Test
  void aSellerWithoutCreditsIsToldWhatIsMissingAndCanTryAgain() {
    Deal deal = completed();
    ledger.makePoor(deal.seller().id());
    String body = "{\"amount\": \"40\", \"reason\": \"Sorry.\"}";
    String key = UUID.randomUUID().toString();
    JsonNode refused =
        deal.refund(deal.seller(), body, key).expectProblem(402, "insufficient_credits");
    assertThat(refused.get("missing").asString()).isEqualTo("20");
    deal.refund(deal.seller(), body, key).expectProblem(402, "insufficient_credits");
    JsonNode order = deal.seller().order(deal.order());
    assertThat(order.get("refunded").asString()).isEqualTo("0");
    assertThat(order.at("/adjustments/0/status").asString()).isEqualTo("REFUSED");
    assertThat(order.at("/adjustments/0/rejection/code").asString())
        .isEqualTo("insufficient_credits");
    ledger.makeRich(deal.seller().id());
    deal.refund(deal.seller(), body).expect(200);
  }

  @Test
  void tooMuchTooLateAndTheWrongSideAreRefused() {
    Deal deal = completed();
    String body = "{\"amount\": \"40\", \"reason\": \"Sorry.\"}";
    deal.refund(deal.buyer(), body).expectProblem(409, "not_your_move");
    deal.refund(trader(), body).expectProblem(404, "order_not_found");
    JsonNode tooMuch =
        deal.refund(deal.seller(), "{\"amount\": \"100.000001\", \"reason\": \"Sorry.\"}")
            .expectProblem(422, "refund_too_large");
    assertThat(tooMuch.at("/errors/0/pointer").asString()).isEqualTo("/amount");
    assertThat(tooMuch.at("/errors/0/detail").asString()).contains("100");
    for (String amount : List.of("0", "-1", "0.0000001")) {
      JsonNode wrong =
          deal.refund(
                  deal.seller(), "{\"amount\": \"%s\", \"reason\": \"Sorry.\"}".formatted(amount))
              .expectProblem(422, "invalid_request");
      assertThat(wrong.at("/errors/0/pointer").asString()).isEqualTo("/amount");
    }
    JsonNode silent =
        deal.refund(deal.seller(), "{\"amount\": \"1\"}").expectProblem(422, "invalid_request");
    assertThat(silent.at("/errors/0/pointer").asString()).isEqualTo("/reason");
    deal.seller()
        .post("/orders/" + deal.order() + "/refund", body)
        .expectProblem(400, "idempotency_key_required");
    jdbc.sql("UPDATE market_order SET completed_at = now() - interval '31 days' WHERE id = ?")
        .param(deal.order())
        .update();
    deal.refund(deal.seller(), body).expectProblem(409, "refund_too_late");
    assertThat(asked(deal)).containsExactly("place 100", "settle 100");
  }

  @Test
  void anOrderThatIsNotCompletedIsNotGivenBack() {
    Deal deal = inProgress();
    String body = "{\"amount\": \"40\", \"reason\": \"Sorry.\"}";
    deal.refund(deal.seller(), body).expectProblem(409, "not_in_this_state");
    deal.refund(deal.seller(), "{\"reason\": \"Sorry.\"}").expectProblem(409, "not_in_this_state");
  }
}
