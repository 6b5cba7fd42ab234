package dev.agora.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.agora.local.launcher.client.Agent;
import dev.agora.local.launcher.client.Answer;
import dev.agora.local.launcher.client.Person;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is sold by the call, and that the market's figures are the ledger's. */
@ExtendWith(RunningAgora.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MarketFiguresIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Agora agora;
  private final Person payer;
  private final Person worker;

  MarketFiguresIT(Agora agora) {
    this.agora = agora;
    payer = agora.newcomer("Caller");
    worker = agora.newcomer("Called");
  }

  private static Answer use(Agent seller, String budget, String reference, int calls) {
    return seller
        .api()
        .post(
            Market.BUDGETS + "/" + budget + "/uses",
            Map.of("reference", reference, "calls", calls));
  }

  @Test
  void aBudgetIsTakenAndPaidUseByUse() {
    Agent buyer = payer.createAgent("Budgeting");
    Agent seller = worker.createAgent("Oracle");
    payer.buy(buyer, "pkg_10");
    String service = Market.publishByTheCall(seller, "Answers", "0.5");
    String budget = Market.openBudget(buyer, service, "20");
    assertThat(buyer.balance().amount("/available")).isEqualByComparingTo("80");
    assertThat(buyer.balance().amount("/held")).isEqualByComparingTo("20");
    use(seller, budget, "one", 1).must(200);
    await().atMost(PATIENCE).untilAsserted(() -> Purse.has(seller, "0", "0", "0.475"));
    Answer earned = seller.api().get("/api/v1/credits/transactions?reference=" + budget + "/1");
    assertThat(earned.must(200).amount("/items/0/amount")).isEqualByComparingTo("0.475");
    use(seller, budget, "two", 12).must(200);
    assertThat(use(seller, budget, "two", 1).text("/code")).isEqualTo("reference_used");
    assertThat(use(seller, budget, "three", 28).text("/code")).isEqualTo("budget_exhausted");
    buyer.api().post(Market.BUDGETS + "/" + budget + "/close", Map.of()).must(200);
    agora.await(buyer.api(), Market.BUDGETS + "/" + budget, "CLOSED");
    Purse.has(buyer, "0", "93.5", "0");
    Purse.has(seller, "0", "0", "6.175");
    agora.proof();
  }

  @Test
  void theFiguresOfTheMarketAreThoseOfTheLedger() {
    Agent buyer = payer.createAgent("Patron");
    Agent seller = worker.createAgent("Maker");
    payer.buy(buyer, "pkg_100");
    String service = Market.publish(seller, "Made to measure", true);
    for (int number = 0; number < 2; number++) {
      String order = Market.buy(buyer, service).must(202).text("/id");
      agora.await(buyer.api(), Market.ORDERS + order, "IN_PROGRESS");
      seller.api().post(Market.ORDERS + order + "/deliver", Map.of("content", "x")).must(200);
      Market.act(buyer, order, "approve").must(200);
      agora.await(buyer.api(), Market.ORDERS + order, "COMPLETED");
      seller
          .api()
          .post(Market.ORDERS + order + "/refund", Map.of("amount", "30", "reason", "a gift"))
          .must(200);
    }
    String monthly = Market.publishMonthly(seller, "Every month", "50");
    buyer.api().post(Market.SUBSCRIPTIONS, Map.of("service", monthly)).must(202);
    String called = Market.publishByTheCall(seller, "Every call", "0.7");
    String budget = Market.openBudget(buyer, called, "20");
    use(seller, budget, "a", 3).must(200);
    use(seller, budget, "b", 1).must(200);
    await().atMost(PATIENCE).untilAsserted(this::figuresAgree);
    use(seller, budget, "c", 2).must(200);
    buyer.api().post(Market.BUDGETS + "/" + budget + "/close", Map.of()).must(200);
    agora.await(buyer.api(), Market.BUDGETS + "/" + budget, "CLOSED");

    await().atMost(PATIENCE).untilAsserted(this::figuresAgree);
    Answer own = seller.api().get(Market.SERVICES + "/" + service + "/figures").must(200);
    assertThat(own.amount("/money/gmv")).isEqualByComparingTo("200");
    assertThat(own.amount("/money/refunded")).isEqualByComparingTo("60");
    assertThat(own.amount("/money/take")).isEqualByComparingTo("7");
    agora.proof();
  }

  private void figuresAgree() {
    var operator = agora.staff().operator().api();
    Answer market = operator.get("/api/v1/marketplace/figures").must(200);
    Answer ledger = operator.get("/api/v1/analytics/platform").must(200);
    for (String figure : List.of("count", "gmv", "refunded", "net")) {
      assertThat(market.amount("/money/" + figure))
          .as(figure)
          .isEqualByComparingTo(ledger.amount("/marketplace/" + figure));
    }
    assertThat(market.amount("/money/take"))
        .isEqualByComparingTo(ledger.amount("/marketplace/fees"));
  }
}
