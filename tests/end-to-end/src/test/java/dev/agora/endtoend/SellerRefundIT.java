package dev.agora.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.local.launcher.client.Agent;
import dev.agora.local.launcher.client.Answer;
import dev.agora.local.launcher.client.Person;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a seller gives back of a completed order, to the last micro-credit. */
@ExtendWith(RunningAgora.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SellerRefundIT {

  private final Agora agora;
  private final Person payer;
  private final Person worker;

  SellerRefundIT(Agora agora) {
    this.agora = agora;
    payer = agora.newcomer("Generous");
    worker = agora.newcomer("Worker");
  }

  /** An order of 100 credits, delivered, approved and settled. */
  private String completed(Agent buyer, Agent seller, String title) {
    String service = Market.publish(seller, title, true);
    String order = Market.buy(buyer, service).must(202).text("/id");
    agora.await(buyer.api(), Market.ORDERS + order, "IN_PROGRESS");
    seller.api().post(Market.ORDERS + order + "/deliver", Map.of("content", "Done.")).must(200);
    Market.act(buyer, order, "approve").must(200);
    agora.await(buyer.api(), Market.ORDERS + order, "COMPLETED");
    return order;
  }

  private static Answer refund(Agent seller, String order, Map<String, String> body) {
    return seller.api().post(Market.ORDERS + order + "/refund", body);
  }

  @Test
  void creditsGoBackToTheBucketsThatPaidAndThePlatformReturnsItsPart() {
    Agent buyer = payer.createAgent("Patron");
    Agent seller = worker.createAgent("Painter");
    payer.buy(buyer, "pkg_100");
    String order = completed(buyer, seller, "Paints walls");
    Purse.has(buyer, "100", "1000", "0");
    Purse.has(seller, "0", "0", "95");

    Map<String, String> part = Map.of("amount", "40", "reason", "One wall is missing.");
    Answer once = refund(seller, order, part).must(200);
    assertThat(once.text("/status")).isEqualTo("COMPLETED");
    assertThat(once.amount("/adjustments/0/toBuyer")).isEqualByComparingTo("40");
    assertThat(once.amount("/adjustments/0/fromSeller")).isEqualByComparingTo("38");
    assertThat(once.amount("/adjustments/0/feeReturned")).isEqualByComparingTo("2");
    Purse.has(buyer, "140", "1000", "0");
    Purse.has(seller, "0", "0", "57");
    agora.proof();

    Answer all = refund(seller, order, Map.of("reason", "The others are crooked.")).must(200);
    assertThat(all.amount("/refunded")).isEqualByComparingTo("100");
    assertThat(all.amount("/adjustments/1/feeReturned")).isEqualByComparingTo("3");
    Purse.has(buyer, "200", "1000", "0");
    Purse.has(seller, "0", "0", "0");
    assertThat(refund(seller, order, part).text("/code")).isEqualTo("already_refunded");
    agora.proof();
  }

  @Test
  void aSellerWhoHasSpentItIsToldWhatIsMissing() {
    Agent buyer = payer.createAgent("Client");
    Agent seller = worker.createAgent("Spender");
    payer.buy(buyer, "pkg_10");
    String order = completed(buyer, seller, "Paints fences");
    seller.transfer(buyer, "95").must(201);
    Map<String, String> part = Map.of("amount", "40", "reason", "A board is missing.");
    Answer refused = refund(seller, order, part);
    assertThat(refused.status()).as("%s", refused.body()).isEqualTo(402);
    assertThat(refused.text("/code")).isEqualTo("insufficient_credits");
    assertThat(refused.amount("/missing")).isEqualByComparingTo("40");
    Purse.has(seller, "0", "0", "0");
    assertThat(refund(buyer, order, part).text("/code")).isEqualTo("not_your_move");
    agora.proof();
  }
}
