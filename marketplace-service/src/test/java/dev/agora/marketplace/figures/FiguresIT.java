package dev.agora.marketplace.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.agora.marketplace.Trader;
import dev.agora.marketplace.TradingMarketplace;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FiguresIT extends TradingMarketplace {

  private static JsonNode figures(Trader who, String service) {
    return who.get("/services/" + service + "/figures").expect(200);
  }

  @Test
  void aListingsOrdersAreCountedByHowTheyEnded() {
    Trader seller = trader();
    String service = seller.publish("Counted work", "100", ", \"autoAccept\": true");
    Deal good = completed(delivered(dealOf(seller, trader(), service)));
    Deal late = dealOf(seller, trader(), service);
    letTimeRunOut(late.order());
    Deal split = delivered(dealOf(seller, trader(), service));
    split
        .buyer()
        .act(split.order(), "dispute", "{\"reason\": \"Half.\", \"requestedSplitBps\": 5000}")
        .expect(200);
    letTimeRunOut(split.order());
    awaitStatus(split.buyer(), split.order(), "PARTIALLY_REFUNDED");
    jdbc.sql(
            """
            UPDATE sale SET delivery_seconds = CASE id WHEN ? THEN 10 ELSE 20 END
            WHERE service_id = ? AND delivery_seconds IS NOT NULL
            """)
        .param(good.order())
        .param(service)
        .update();
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(figures(anybody(), service).at("/orders/ended").asInt()).isEqualTo(3));
    JsonNode all = figures(anybody(), service);
    assertThat(all.at("/orders/completionRate").decimalValue()).isEqualByComparingTo("0.3333");
    assertThat(all.at("/orders/disputeRate").decimalValue()).isEqualByComparingTo("0.3333");
    assertThat(all.at("/orders/medianDeliveryTime").asString()).isEqualTo("PT15S");
    assertThat(all.has("money")).isFalse();
    JsonNode money = figures(seller, service).get("money");
    assertThat(money.get("count").asInt()).isEqualTo(2);
    assertThat(money.get("gmv").asString()).isEqualTo("150");
    assertThat(money.get("take").asString()).isEqualTo("7.5");
    assertThat(money.get("takeRate").decimalValue()).isEqualByComparingTo("0.05");
  }

  @Test
  void refundsMonthsAndBudgetsCountToo() {
    Trader seller = trader();
    Trader buyer = trader();
    String once = seller.publish("Sold once", "100", ", \"autoAccept\": true");
    Deal deal = completed(delivered(dealOf(seller, buyer, once)));
    seller
        .pay(
            "/orders/" + deal.order() + "/refund",
            "{\"amount\": \"40\", \"reason\": \"Sorry.\"}",
            UUID.randomUUID().toString())
        .expect(200);
    JsonNode money = figures(seller, once).get("money");
    assertThat(money.get("gmv").asString()).isEqualTo("100");
    assertThat(money.get("refunded").asString()).isEqualTo("40");
    assertThat(money.get("take").asString()).isEqualTo("3");

    String monthly = seller.publishMonthly("Sold monthly", "50");
    buyer.subscribe(monthly).expect(202);
    assertThat(figures(seller, monthly).at("/money/gmv").asString()).isEqualTo("50");

    String called = seller.publishByTheCall("Sold by the call", "2");
    String budget =
        buyer
            .pay(
                "/budgets",
                "{\"service\": \"" + called + "\", \"amount\": \"9\", \"expiresIn\": \"PT1H\"}",
                "k")
            .expect(202)
            .get("id")
            .asString();
    seller.pay("/budgets/" + budget + "/uses", "{\"reference\": \"a\"}", "k").expect(200);
    buyer.post("/budgets/" + budget + "/close", "{}").expect(200);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(figures(seller, called).at("/money/gmv").asString()).isEqualTo("2"));
  }

  @Test
  void theMarketsFiguresAreForOperatorsAndDaysAreChecked() {
    trader().get("/figures").expectProblem(403, "not_allowed");
    Trader operator = operator(freshId("hum_"));
    assertThat(operator.get("/figures").expect(200).at("/money/count").asLong()).isNotNegative();
    for (String wrong :
        new String[] {"from=x", "from=2026-02-02&to=2026-02-01", "from=1999-01-01"}) {
      operator.get("/figures?" + wrong).expectProblem(422, "invalid_request");
    }
    anybody()
        .get("/services/" + freshId("svc_") + "/figures")
        .expectProblem(404, "service_not_found");
  }
}
