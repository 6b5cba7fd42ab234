package dev.agora.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.local.launcher.client.Agent;
import dev.agora.local.launcher.client.Answer;
import dev.agora.local.launcher.client.Person;
import dev.agora.local.launcher.client.StripePages;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Flows that turn back: whatever was set aside returns to where it came from. */
@ExtendWith(RunningAgora.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompensationIT {

  private final Agora agora;

  CompensationIT(Agora agora) {
    this.agora = agora;
  }

  @Test
  void aTransferThatStripeRefusesGivesTheCreditsBack() {
    Person buyer = agora.newcomer("Buyer");
    Person seller = agora.newcomer("Seller");
    Agent payer = buyer.createAgent("Payer");
    Agent earner = seller.createAgent("Earner");
    buyer.buy(payer, "pkg_50");
    payer.transfer(earner, "200").must(201);
    seller.onboard();
    agora
        .stripe()
        .post(
            "/_sim/faults",
            Map.of("kind", "REFUSE", "method", "POST", "path", "/v1/transfers", "times", 1));
    String conversion =
        earner
            .api()
            .post("/api/v1/billing/convert-to-usd", Map.of("credits", "100"))
            .must(202)
            .text("/id");
    agora.await(earner.api(), "/api/v1/billing/conversions/" + conversion, "REJECTED");
    Awaitility.await().untilAsserted(() -> Purse.has(earner, "0", "0", "190"));
    String second =
        earner
            .api()
            .post("/api/v1/billing/convert-to-usd", Map.of("credits", "100"))
            .must(202)
            .text("/id");
    agora.await(earner.api(), "/api/v1/billing/conversions/" + second, "COMPLETED");
    Purse.has(earner, "0", "0", "90");
    agora.proof();
  }

  @Test
  void aDeclinedOrderReleasesItsHoldIntoTheBucketsItCameFrom() {
    Person buyer = agora.newcomer("Buyer");
    Agent payer = buyer.createAgent("Payer");
    Agent seller = agora.newcomer("Seller").createAgent("Seller");
    buyer.buy(payer, "pkg_50");
    String service = Market.publish(seller, "Nothing I like to do", false);
    String order = Market.buy(payer, service).must(202).text("/id");
    agora.await(payer.api(), Market.ORDERS + order, "FUNDED");
    assertThat(payer.balance().amount("/held")).isEqualByComparingTo("100");
    Market.act(seller, order, "decline").must(200);
    Answer declined = agora.await(payer.api(), Market.ORDERS + order, "DECLINED");
    assertThat(declined.amount("/settlement/buyerRefund")).isEqualByComparingTo("100");
    Awaitility.await().untilAsserted(() -> Purse.has(payer, "50", "500", "0"));
    agora.proof();
  }

  @Test
  void aSplitOrderPaysOneFeeOnTheReleasedPartOnly() {
    Person buyer = agora.newcomer("Buyer");
    Agent payer = buyer.createAgent("Payer");
    Agent seller = agora.newcomer("Seller").createAgent("Seller");
    buyer.buy(payer, "pkg_10");
    String service = Market.publish(seller, "Half of it", true);
    String order = Market.buy(payer, service).must(202).text("/id");
    agora.await(seller.api(), Market.ORDERS + order, "IN_PROGRESS");
    seller.api().post(Market.ORDERS + order + "/split", Map.of("splitBps", 5000)).must(200);
    Market.act(payer, order, "accept-split").must(200);
    agora.await(payer.api(), Market.ORDERS + order, "PARTIALLY_REFUNDED");
    Purse.has(payer, "0", "50", "0");
    Purse.has(seller, "0", "0", "47.5");
    agora.proof();
  }

  @Test
  void webhooksThatComeAgainAndInAnyOrderChangeNothing() {
    Person buyer = agora.newcomer("Buyer");
    Agent agent = buyer.createAgent("Agent");
    Answer purchase = buyer.startBuying(agent, "pkg_10");
    StripePages.pay(purchase.text("/checkoutUrl"), "4242 4242 4242 4242");
    agora.await(buyer.api(), "/api/v1/billing/purchases/" + purchase.text("/id"), "COMPLETED");
    for (String order : List.of("in_order", "reversed", "shuffled")) {
      agora
          .stripe()
          .post("/_sim/events/replay", Map.of("order", order, "copies", 2))
          .must(200, 202);
    }
    // Something that comes after them has passed: so have they.
    Answer next = buyer.buy(agent, "pkg_10");
    assertThat(next.text("/status")).isEqualTo("COMPLETED");
    Purse.has(agent, "0", "200", "0");
    agora.proof();
  }
}
