package dev.agora.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.local.launcher.client.Agent;
import dev.agora.local.launcher.client.Answer;
import dev.agora.local.launcher.client.Person;
import dev.agora.local.launcher.client.StripePages;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The whole loop, one test a step, each with its exact figures; later steps need the earlier. */
@ExtendWith(RunningAgora.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MoneyLoopIT {

  private final Agora agora;
  private final Person ada;
  private final Person bob;
  private final Agent a;
  private final Agent b;

  MoneyLoopIT(Agora agora) {
    this.agora = agora;
    ada = agora.newcomer("Ada");
    bob = agora.newcomer("Bob");
    a = ada.createAgent("A");
    b = bob.createAgent("B");
  }

  @AfterAll
  void theBooksEqualStripesToTheCent() {
    agora.explained();
  }

  @Test
  @Order(1)
  void step1PeopleSignUpCreateAgentsAndOnePreparesForPayouts() {
    assertThat(a.key()).startsWith("agora_live_");
    Answer agent = ada.api().get("/api/v1/agents/" + a.id()).must(200);
    assertThat(agent.body().toString()).as("the key is shown once").doesNotContain(a.key());
    assertThat(a.api().get("/api/v1/me").must(200).body().toString()).contains(a.id());
    assertThat(bob.onboard().text("/status")).isEqualTo("ACTIVE");
  }

  @Test
  @Order(2)
  void step2TenDollarsByCardBecomeAHundredPurchasedCredits() {
    BigDecimal cash = agora.proven("solvency", "cashForCustomersUsd");
    Answer purchase = ada.startBuying(a, "pkg_10");
    assertThat(purchase.text("/status")).isEqualTo("AWAITING_PAYMENT");
    assertThat(StripePages.pay(purchase.text("/checkoutUrl"), "4242 4242 4242 4242"))
        .isEqualTo(303);
    Answer completed =
        agora.await(ada.api(), "/api/v1/billing/purchases/" + purchase.text("/id"), "COMPLETED");
    assertThat(completed.amount("/priceUsd")).isEqualByComparingTo("10.00");
    assertThat(completed.amount("/feeUsd")).isEqualByComparingTo("0.30");
    Purse.has(a, "0", "100", "0");
    assertThat(agora.proven("solvency", "cashForCustomersUsd").subtract(cash))
        .as("of 10.00 the platform keeps 0.30 as revenue")
        .isEqualByComparingTo("9.70");
  }

  @Test
  @Order(3)
  void step3OfTwentyCreditsNineteenArriveAsEarned() {
    Answer transfer = a.transfer(b, "20").must(201);
    assertThat(transfer.amount("/fee")).isEqualByComparingTo("1");
    assertThat(transfer.amount("/net")).isEqualByComparingTo("19");
    Purse.has(a, "0", "80", "0");
    Purse.has(b, "0", "0", "19");
  }

  @Test
  @Order(4)
  void step4PromotionalCreditsAreSpentBeforePurchasedOnes() {
    ada.buy(a, "pkg_100");
    Purse.has(a, "200", "1080", "0");
    Answer transfer = a.transfer(b, "1000").must(201);
    assertThat(transfer.amount("/net")).isEqualByComparingTo("950");
    Purse.has(a, "0", "280", "0");
    Purse.has(b, "0", "0", "969");
  }

  @Test
  @Order(5)
  void step5FiveHundredEarnedCreditsBecomeADollarTransferOf4250Cents() {
    Answer requested =
        b.api().post("/api/v1/billing/convert-to-usd", Map.of("credits", "500")).must(202);
    assertThat(requested.amount("/grossUsd")).isEqualByComparingTo("50.00");
    assertThat(requested.amount("/feeUsd")).isEqualByComparingTo("7.50");
    assertThat(requested.amount("/netUsd")).isEqualByComparingTo("42.50");
    String conversion = requested.text("/id");
    agora.await(b.api(), "/api/v1/billing/conversions/" + conversion, "COMPLETED");
    Purse.has(b, "0", "0", "469");
    List<JsonNode> transfers = transfersOf(conversion);
    assertThat(transfers).hasSize(1);
    assertThat(transfers.getFirst().at("/amount").asInt()).isEqualTo(4250);
    assertThat(transfers.getFirst().at("/currency").asString()).isEqualTo("usd");
    assertThat(transfers.getFirst().at("/destination").asString()).startsWith("acct_");
  }

  private List<JsonNode> transfersOf(String conversion) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode entry : StripePages.objects(agora.stripeUrl(), "transfer").at("/data")) {
      if (entry.toString().contains(conversion)) {
        found.add(entry.at("/object"));
      }
    }
    return found;
  }

  @Test
  @Order(6)
  void step6AServiceIsFoundBoughtDeliveredApprovedAndPaid() {
    String service = Market.publish(b, "Proofreads mathematical texts", false);
    Answer found = a.api().get(Market.SERVICES + "?q=mathematical+proofreads").must(200);
    assertThat(found.text("/items/0/id")).isEqualTo(service);
    assertThat(found.text("/items/0/seller")).isEqualTo(b.id());
    assertThat(found.body().at("/items/0/why")).isNotEmpty();
    String order = Market.buy(a, service).must(202).text("/id");
    Answer funded = agora.await(b.api(), Market.ORDERS + order, "FUNDED");
    assertThat(funded.amount("/price")).isEqualByComparingTo("100");
    assertThat(a.balance().amount("/held")).isEqualByComparingTo("100");
    assertThat(a.balance().amount("/available")).isEqualByComparingTo("180");
    Market.act(b, order, "accept").must(200);
    Answer delivered =
        b.api()
            .post(Market.ORDERS + order + "/deliver", Map.of("content", "No mistakes found."))
            .must(200);
    assertThat(delivered.text("/status")).isEqualTo("DELIVERED");
    Purse.has(b, "0", "0", "469");
    Market.act(a, order, "approve").must(200);
    Answer completed = agora.await(a.api(), Market.ORDERS + order, "COMPLETED");
    assertThat(completed.amount("/settlement/sellerNet")).isEqualByComparingTo("95");
    assertThat(completed.amount("/settlement/fee")).isEqualByComparingTo("5");
    assertThat(completed.amount("/settlement/buyerRefund")).isEqualByComparingTo("0");
    Purse.has(a, "0", "180", "0");
    Purse.has(b, "0", "0", "564");
  }

  @Test
  @Order(7)
  void step7TheLedgerProvesItselfAndBothSidesSeeTheirHistory() {
    JsonNode checks = agora.proof().at("/checks");
    assertThat(checks.size()).isGreaterThanOrEqualTo(6);
    for (JsonNode check : checks) {
      assertThat(check.at("/ok").asBoolean()).as("%s", check).isTrue();
      assertThat(check.at("/figures")).as("%s", check).isNotEmpty();
    }
    assertThat(history(a))
        .containsExactly(
            "CAPTURE 0",
            "HOLD -100",
            "TRANSFER -1000",
            "PURCHASE 1200",
            "TRANSFER -20",
            "PURCHASE 100");
    assertThat(history(b))
        .containsExactly("CAPTURE 95", "CONVERSION 0", "HOLD -500", "TRANSFER 950", "TRANSFER 19");
  }

  @Test
  @Order(8)
  void step8OwnersSeeWhatWasSpentAndEarned() {
    Answer spent = ada.api().get("/api/v1/analytics/spending?by=kind").must(200);
    assertThat(spent.text("/items/0/label")).isEqualTo("CAPTURE");
    assertThat(spent.amount("/items/0/credits")).isEqualByComparingTo("100");
    assertThat(spent.text("/items/1/label")).isEqualTo("TRANSFER");
    assertThat(spent.amount("/items/1/credits")).isEqualByComparingTo("1020");
    assertThat(spent.amount("/items/1/fees")).isEqualByComparingTo("51");
    assertThat(spent.amount("/totals/change")).isEqualByComparingTo(Purse.available(a));
    Answer earned = bob.api().get("/api/v1/analytics/earnings?agent=" + b.id()).must(200);
    assertThat(earned.amount("/totals/earnings")).isEqualByComparingTo("1064");
    assertThat(earned.amount("/totals/other")).isEqualByComparingTo("-500");
    assertThat(ada.api().get("/api/v1/analytics/spending?agent=" + b.id()).text("/code"))
        .isEqualTo("agent_not_found");
  }

  /** Kind and change of each entry, newest first; the changes have to sum to the balance. */
  private static List<String> history(Agent agent) {
    Answer answer = agent.api().get("/api/v1/credits/transactions?limit=100").must(200);
    List<String> lines = new ArrayList<>();
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode item : answer.body().at("/items")) {
      BigDecimal amount = new BigDecimal(item.at("/amount").asString());
      lines.add(item.at("/kind").asString() + " " + amount.stripTrailingZeros().toPlainString());
      sum = sum.add(amount);
    }
    assertThat(sum).isEqualByComparingTo(Purse.available(agent));
    return lines;
  }
}
