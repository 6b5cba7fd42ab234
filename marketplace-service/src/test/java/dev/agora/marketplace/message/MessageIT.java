package dev.agora.marketplace.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.marketplace.TradingMarketplace;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MessageIT extends TradingMarketplace {

  private static String saying(String text) {
    return "{\"text\": \"" + text + "\"}";
  }

  @Test
  void bothSidesTalkAndNobodyElseListens() {
    Deal deal = deal("");
    String path = "/orders/" + deal.order() + "/messages";
    deal.buyer().post(path, saying("Which format?")).expect(201);
    JsonNode second = deal.seller().post(path, saying("Plain text.")).expect(201);
    assertThat(second.get("number").asInt()).isEqualTo(2);
    assertThat(second.get("by").asString()).isEqualTo("SELLER");
    JsonNode page = deal.buyer().get(path + "?limit=1").expect(200);
    assertThat(page.at("/items/0/text").asString()).isEqualTo("Which format?");
    JsonNode next =
        deal.seller().get(path + "?cursor=" + page.get("nextCursor").asString()).expect(200);
    assertThat(next.at("/items/0/text").asString()).isEqualTo("Plain text.");
    assertThat(arbiter(freshId("hum_")).get(path).expect(200).get("items")).hasSize(2);
    trader().get(path).expectProblem(404, "order_not_found");
    trader().post(path, saying("Hello?")).expectProblem(404, "order_not_found");
    deal.buyer().post(path, saying("a\\u0007b")).expectProblem(422, "invalid_request");
  }

  @Test
  void anOrderHasSoManyMessagesAndNoMore() {
    Deal deal = deal("");
    jdbc.sql(
            """
            INSERT INTO order_message (order_id, number, party, text, at)
            SELECT ?, n, 'BUYER', 'Hello?', now() FROM generate_series(1, 200) AS n
            """)
        .param(deal.order())
        .update();
    deal.seller()
        .post("/orders/" + deal.order() + "/messages", saying("Yes?"))
        .expectProblem(409, "too_many_messages");
  }

  @Test
  void theEvidenceHoldsWhatWasStoredWithItsHashes() {
    Deal deal = deal(", \"autoAccept\": true, \"outputSchema\": {\"type\": \"string\"}");
    deal.buyer().post("/orders/" + deal.order() + "/messages", saying("Soon?")).expect(201);
    String file = "{\"url\": \"https://example.org/a\", \"sha256\": \"" + "0f".repeat(32) + "\"}";
    deal.seller()
        .act(deal.order(), "deliver", "{\"content\": \"x\", \"files\": [" + file + "]}")
        .expect(200);
    deal.buyer()
        .act(deal.order(), "dispute", "{\"reason\": \"Thin.\", \"requestedSplitBps\": 0}")
        .expect(200);
    String path = "/orders/" + deal.order() + "/evidence";
    JsonNode evidence = arbiter(freshId("hum_")).get(path).expect(200);
    assertThat(evidence.at("/order/dispute/reason").asString()).isEqualTo("Thin.");
    assertThat(evidence.at("/order/deliveries/0/files/0/sha256").asString())
        .isEqualTo("0f".repeat(32));
    assertThat(evidence.at("/validations/0/fits").asBoolean()).isTrue();
    assertThat(evidence.at("/validations/0/sha256").asString())
        .isEqualTo(evidence.at("/order/deliveries/0/sha256").asString());
    assertThat(evidence.at("/messages/0/text").asString()).isEqualTo("Soon?");
    assertThat(evidence.get("termsSha256").asString()).matches("[0-9a-f]{64}");
    assertThat(texts(evidence.at("/order/nextActions"))).isEqualTo(List.of("ruling"));
    assertThat(evidence.at("/order/timeline").size()).isPositive();
    trader().get(path).expectProblem(404, "order_not_found");
    assertThat(deal.buyer().get(path).expect(200).get("termsSha256"))
        .isEqualTo(evidence.get("termsSha256"));
  }

  @Test
  void aDisputeAboutNothingDeliveredIsRuledAtOnce() {
    Deal deal = deal(", \"autoAccept\": true");
    jdbc.sql("UPDATE market_order SET deliver_by = now() - interval '1 second' WHERE id = ?")
        .param(deal.order())
        .update();
    deal.buyer()
        .act(deal.order(), "dispute", "{\"reason\": \"Late.\", \"requestedSplitBps\": 5000}")
        .expect(200);
    awaitStatus(deal.buyer(), deal.order(), "REFUNDED");
    JsonNode ruled = deal.buyer().order(deal.order());
    assertThat(ruled.at("/settlement/buyerRefund").asString()).isEqualTo("100");
    assertThat(ruled.at("/dispute/ruling/reason").asString()).contains("Nothing was delivered");
  }
}
