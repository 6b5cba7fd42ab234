package dev.agora.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.local.launcher.client.Agent;
import dev.agora.local.launcher.client.Answer;
import dev.agora.local.launcher.client.Person;
import dev.agora.local.launcher.client.StripePages;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Money that goes back to cards, by request or by force, and money that comes by itself. */
@ExtendWith(RunningAgora.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CardMoneyIT {

  private static final String PURCHASES = "/api/v1/billing/purchases/";
  private static final String GOOD = "4242 4242 4242 4242";

  private final Agora agora;

  CardMoneyIT(Agora agora) {
    this.agora = agora;
  }

  @AfterAll
  void theBooksEqualStripesToTheCent() {
    agora.explained();
  }

  @Test
  void aPartlyUsedPurchaseIsRefundedForItsPriceLessWhatWasUsed() {
    Person buyer = agora.newcomer("Buyer");
    Agent agent = buyer.createAgent("Agent");
    Agent other = agora.newcomer("Other").createAgent("Other");
    String purchase = buyer.buy(agent, "pkg_100").text("/id");
    agent.transfer(other, "300").must(201);

    Answer asked = buyer.api().post(PURCHASES + purchase + "/refund", Map.of()).must(202);

    Answer refunded = agora.await(buyer.api(), PURCHASES + purchase, "PARTIALLY_REFUNDED");
    assertThat(refunded.amount("/refundedUsd")).isEqualByComparingTo("70.00");
    Answer refund = buyer.api().get(asked.text("/url")).must(200);
    assertThat(refund.text("/status")).isEqualTo("COMPLETED");
    assertThat(refund.amount("/credits")).isEqualByComparingTo("900");
    assertThat(refund.amount("/usedCredits")).isEqualByComparingTo("300");
    assertThat(chargeOf(purchase).at("/amount_refunded").asInt()).isEqualTo(7000);
    Purse.has(agent, "0", "0", "0");
    agora.proof();
    Answer again = buyer.api().post(PURCHASES + purchase + "/refund", Map.of()).must(409);
    assertThat(again.text("/code")).isEqualTo("already_refunded");
  }

  @Test
  void anUnusedPurchaseIsRefundedWholeWithItsFee() {
    Person buyer = agora.newcomer("Buyer");
    Agent agent = buyer.createAgent("Agent");
    String purchase = buyer.buy(agent, "pkg_100").text("/id");
    buyer.api().post(PURCHASES + purchase + "/refund", Map.of()).must(202);
    Answer refunded = agora.await(buyer.api(), PURCHASES + purchase, "REFUNDED");
    assertThat(refunded.amount("/refundedUsd")).isEqualByComparingTo("100.00");
    Purse.has(agent, "0", "0", "0");
    agora.proof();
  }

  @Test
  void aUsedUpPurchaseIsNotRefunded() {
    Person buyer = agora.newcomer("Buyer");
    Agent agent = buyer.createAgent("Agent");
    Agent other = agora.newcomer("Other").createAgent("Other");
    String purchase = buyer.buy(agent, "pkg_10").text("/id");
    agent.transfer(other, "100").must(201);
    Answer refused = buyer.api().post(PURCHASES + purchase + "/refund", Map.of()).must(409);
    assertThat(refused.text("/code")).isEqualTo("nothing_to_refund");
    assertThat(buyer.api().get(PURCHASES + purchase).text("/status")).isEqualTo("COMPLETED");
    agora.proof();
  }

  @Test
  void aLostDisputeTurnsSpentCreditsIntoDebtThatLaterIncomeRepays() {
    Person buyer = agora.newcomer("Buyer");
    Agent agent = buyer.createAgent("Agent");
    Agent other = agora.newcomer("Other").createAgent("Other");
    String purchase = buyer.buy(agent, "pkg_10").text("/id");
    agent.transfer(other, "60").must(201);

    String dispute = dispute(purchase);
    awaitFrozen(buyer, purchase, "40");
    Purse.has(agent, "0", "0", "0");
    agora.proof();
    close(dispute, "lost");
    Answer lost = agora.await(buyer.api(), PURCHASES + purchase, "REFUNDED");
    assertThat(lost.text("/lastError/code")).isEqualTo("dispute_lost");
    Answer closed = buyer.api().get(PURCHASES + purchase + "/dispute").must(200);
    assertThat(closed.text("/status")).isEqualTo("LOST");
    assertThat(closed.amount("/recovered")).isEqualByComparingTo("40");
    assertThat(closed.amount("/debt")).isEqualByComparingTo("60");
    assertThat(closed.amount("/loss")).isEqualByComparingTo("0");
    assertThat(agent.balance().amount("/debt")).isEqualByComparingTo("60");
    agora.proof();

    buyer.buy(agent, "pkg_10");
    Purse.has(agent, "0", "40", "0");
    agora.proof();
  }

  @Test
  void aWonDisputeIsAsIfThereHadBeenNone() {
    Person buyer = agora.newcomer("Buyer");
    Agent agent = buyer.createAgent("Agent");
    Agent other = agora.newcomer("Other").createAgent("Other");
    String purchase = buyer.buy(agent, "pkg_100").text("/id");
    agent.transfer(other, "100").must(201);
    String dispute = dispute(purchase);
    awaitFrozen(buyer, purchase, "1100");
    assertThat(agent.balance().amount("/frozen")).isEqualByComparingTo("1100");
    Answer refused = buyer.api().post(PURCHASES + purchase + "/refund", Map.of()).must(409);
    assertThat(refused.text("/code")).isEqualTo("not_refundable");
    close(dispute, "won");
    agora.await(buyer.api(), PURCHASES + purchase, "COMPLETED");
    Purse.has(agent, "100", "1000", "0");
    agora.proof();
  }

  @Test
  void aBalanceBelowTheThresholdIsToppedUpOnce() {
    Person owner = agora.newcomer("Owner");
    Agent agent = owner.createAgent("Agent");
    Agent other = agora.newcomer("Other").createAgent("Other");
    String card = Charges.saveCard(owner, GOOD);
    String rule = "/api/v1/agents/" + agent.id() + "/auto-top-up";
    owner
        .api()
        .put(
            rule,
            Map.of(
                "threshold",
                "50",
                "package",
                "pkg_10",
                "monthlyCeilingUsd",
                "30.00",
                "paymentMethod",
                card))
        .must(200);
    owner.buy(agent, "pkg_10");
    assertThat(topUps(owner)).isEmpty();

    agent.transfer(other, "60").must(201);

    Awaitility.await().untilAsserted(() -> assertThat(topUps(owner)).containsExactly("COMPLETED"));
    Awaitility.await()
        .untilAsserted(
            () -> {
              Answer now = owner.api().get(rule).must(200);
              assertThat(now.text("/inFlight")).as("%s", now.body()).isEmpty();
            });
    Purse.has(agent, "0", "140", "0");
    assertThat(topUps(owner)).containsExactly("COMPLETED");
    owner.api().delete(rule).must(204);
    agora.proof();
  }

  @Test
  void aPurchaseForAnAgentThatWasClosedMeanwhileGoesBackToTheCard() {
    Person buyer = agora.newcomer("Buyer");
    Agent agent = buyer.createAgent("Agent");
    Answer purchase = buyer.startBuying(agent, "pkg_10");
    buyer.api().delete("/api/v1/agents/" + agent.id()).must(200);
    assertThat(StripePages.pay(purchase.text("/checkoutUrl"), GOOD)).isEqualTo(303);
    Answer failed = buyer.awaitPurchase(purchase, "FAILED");
    assertThat(failed.text("/lastError/code")).isEqualTo("agent_closed");
    JsonNode charge = chargeOf(purchase.text("/id"));
    assertThat(charge.at("/refunded").asBoolean()).isTrue();
    assertThat(charge.at("/amount_refunded").asInt()).isEqualTo(1000);
    agora.proof();
  }

  /** The statuses of a person's automatic top-ups. */
  private static List<String> topUps(Person owner) {
    return owner
        .api()
        .get("/api/v1/billing/purchases")
        .must(200)
        .body()
        .at("/items")
        .valueStream()
        .filter(purchase -> purchase.at("/source").asString("").equals("AUTO_TOP_UP"))
        .map(purchase -> purchase.at("/status").asString())
        .toList();
  }

  private String dispute(String purchase) {
    String charge = chargeOf(purchase).at("/id").asString();
    return agora.stripe().post("/_sim/disputes", Map.of("charge", charge)).must(200).text("/id");
  }

  private void close(String dispute, String verdict) {
    agora
        .stripe()
        .post("/_sim/disputes/" + dispute + "/close", Map.of("status", verdict))
        .must(200);
  }

  private static void awaitFrozen(Person buyer, String purchase, String credits) {
    Awaitility.await()
        .untilAsserted(
            () -> {
              Answer dispute = buyer.api().get(PURCHASES + purchase + "/dispute");
              assertThat(dispute.text("/frozen")).isEqualTo(credits);
            });
  }

  private JsonNode chargeOf(String purchase) {
    return Charges.find(agora, purchase);
  }
}
