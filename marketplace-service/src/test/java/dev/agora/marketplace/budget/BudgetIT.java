package dev.agora.marketplace.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.agora.marketplace.Trader;
import dev.agora.marketplace.TradingMarketplace;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BudgetIT extends TradingMarketplace {

  /** An open budget of 10 credits for calls of 3 each, and its two sides. */
  private record Set(Trader seller, Trader buyer, String service, String budget) {

    Trader.Answer use(String reference, int calls) {
      return seller.pay(
          "/budgets/" + budget + "/uses",
          "{\"reference\": \"%s\", \"calls\": %d}".formatted(reference, calls),
          UUID.randomUUID().toString());
    }

    Trader.Answer close(Trader who) {
      return who.post("/budgets/" + budget + "/close", "{}");
    }

    JsonNode view() {
      return buyer.get("/budgets/" + budget).expect(200);
    }
  }

  private static Trader.Answer open(Trader buyer, String service, String amount, String more) {
    return buyer.pay(
        "/budgets",
        "{\"service\": \"%s\", \"amount\": \"%s\", \"expiresIn\": \"PT1H\"%s}"
            .formatted(service, amount, more),
        UUID.randomUUID().toString());
  }

  private Set set() {
    Trader seller = trader();
    Trader buyer = trader();
    String service = seller.publishByTheCall("Called " + freshId("c"), "3");
    JsonNode opened = open(buyer, service, "10", "").expect(202);
    assertThat(opened.get("status").asString()).isEqualTo("OPEN");
    return new Set(seller, buyer, service, opened.get("id").asString());
  }

  private JsonNode awaitClosed(Set set) {
    await().atMost(PATIENCE).until(() -> set.view().get("status").asString().equals("CLOSED"));
    return set.view();
  }

  private void awaitCaptured(Set set, String amount) {
    await().atMost(PATIENCE).until(() -> set.view().get("captured").asString().equals(amount));
  }

  /** What was taken of the budget, as figures have it. */
  private List<@Nullable Long> sold(Set set) {
    return jdbc.sql("SELECT gross FROM sale WHERE id LIKE ? ORDER BY id")
        .param(set.budget() + "%")
        .query(Long.class)
        .list();
  }

  private List<String> asked(Set set) {
    return ledger.asked(
        jdbc.sql("SELECT hold_id FROM budget WHERE id = ?")
            .param(set.budget())
            .query(String.class)
            .single());
  }

  @Test
  void theSellerTakesUseByUseAndTheRestComesBack() {
    Set set = set();
    set.use("first", 1).expect(200);
    awaitCaptured(set, "3");
    JsonNode used = set.use("second", 1).expect(200);
    assertThat(used.get("used").asString()).isEqualTo("6");
    assertThat(used.get("left").asString()).isEqualTo("4");
    assertThat(texts(used.get("nextActions"))).containsExactly("uses", "close");
    set.use("third", 2).expectProblem(409, "budget_exhausted");
    JsonNode uses = set.buyer().get("/budgets/" + set.budget() + "/uses").expect(200).get("items");
    assertThat(uses).hasSize(2);
    assertThat(uses.at("/1/reference").asString()).isEqualTo("second");
    assertThat(uses.at("/1/amount").asString()).isEqualTo("3");
    assertThat(uses.at("/1/ledgerReference").asString()).isEqualTo(set.budget() + "/2");

    set.close(set.seller()).expect(200);
    JsonNode closed = awaitClosed(set);
    assertThat(closed.at("/settlement/sellerNet").asString()).isEqualTo("5.7");
    assertThat(closed.at("/settlement/fee").asString()).isEqualTo("0.3");
    assertThat(closed.at("/settlement/buyerRefund").asString()).isEqualTo("4");
    assertThat(asked(set)).containsExactly("place 10", "capture 3", "capture 3", "settle 6");
    set.use("third", 1).expectProblem(409, "budget_not_open");
    set.close(set.buyer()).expectProblem(409, "budget_not_open");
  }

  @Test
  void aBudgetThatPaysForNoFurtherCallEndsByItself() {
    Set set = set();
    JsonNode used = set.use("all", 3).expect(200);
    assertThat(used.get("status").asString()).isEqualTo("SETTLING");
    assertThat(awaitClosed(set).at("/settlement/buyerRefund").asString()).isEqualTo("1");
    assertThat(asked(set)).containsExactly("place 10", "settle 9");
    JsonNode uses = set.seller().get("/budgets/" + set.budget() + "/uses").expect(200);
    assertThat(uses.at("/items/0/ledgerReference").asString()).isEqualTo(set.budget());
    assertThat(sold(set)).containsExactly(9_000_000L);
  }

  @Test
  void whatIsLessThanACentWaitsForMoreAndGoesTogether() {
    Trader seller = trader();
    Trader buyer = trader();
    String service = seller.publishByTheCall("Cheap calls " + freshId("c"), "0.03");
    String budget = open(buyer, service, "10", "").expect(202).get("id").asString();
    Set set = new Set(seller, buyer, service, budget);
    for (int number = 1; number <= 4; number++) {
      set.use("call " + number, 1).expect(200);
    }
    awaitCaptured(set, "0.12");
    set.use("call 5", 1).expect(200);
    JsonNode uses = seller.get("/budgets/" + budget + "/uses").expect(200).get("items");
    assertThat(uses.at("/0/ledgerReference").asString()).isEqualTo(budget + "/1-4");
    assertThat(uses.at("/4/ledgerReference").isNull()).isTrue();
    set.close(buyer).expect(200);
    assertThat(awaitClosed(set).at("/settlement/fee").asString()).isEqualTo("0.0075");
    assertThat(asked(set)).containsExactly("place 10", "capture 0.12", "settle 0.15");
    assertThat(sold(set)).containsExactly(30_000L, 120_000L);
  }

  @Test
  void aReferenceIsTakenOnceAndOnlyByTheSeller() {
    Set set = set();
    set.use("once", 1).expect(200);
    set.use("once", 1).expectProblem(409, "reference_used");
    assertThat(set.view().get("used").asString()).isEqualTo("3");
    String body = "{\"reference\": \"mine\"}";
    String path = "/budgets/" + set.budget() + "/uses";
    set.buyer().pay(path, body, "k1").expectProblem(409, "not_your_move");
    trader().pay(path, body, "k2").expectProblem(404, "budget_not_found");
    trader().get("/budgets/" + set.budget()).expectProblem(404, "budget_not_found");
    set.seller().post(path, body).expectProblem(400, "idempotency_key_required");
    assertThat(set.seller().get("/budgets").expect(200).get("items")).hasSize(1);
  }

  @Test
  void usesAtOnceNeverTakeMoreThanIsSetAside() {
    Set set = set();
    List<CompletableFuture<Integer>> uses =
        IntStream.range(0, 12)
            .mapToObj(
                number -> CompletableFuture.supplyAsync(() -> set.use("use " + number, 1).status()))
            .toList();
    assertThat(uses.stream().map(CompletableFuture::join).filter(status -> status == 200))
        .hasSize(3);
    assertThat(set.view().get("used").asString()).isEqualTo("9");
  }

  @Test
  void whatIsNotUsedInTimeComesBackByItself() {
    Set used = set();
    used.use("a", 1).expect(200);
    Set unused = set();
    for (Set set : List.of(used, unused)) {
      jdbc.sql(
              """
              UPDATE budget SET created_at = now() - interval '2 hours',
                expires_at = now() - interval '1 second' WHERE id = ?
              """)
          .param(set.budget())
          .update();
      set.use("late", 1).expectProblem(409, "budget_not_open");
    }
    assertThat(awaitClosed(used).at("/settlement/buyerRefund").asString()).isEqualTo("7");
    assertThat(awaitClosed(unused).at("/settlement/buyerRefund").asString()).isEqualTo("10");
    assertThat(asked(unused)).containsExactly("place 10", "release");
  }

  @Test
  void whatCanNotBeSetAsideIsRefused() {
    Trader seller = trader();
    String service = seller.publishByTheCall("Dear calls", "3");
    String once = seller.publish("Sold once", "3", "");
    Trader buyer = trader();
    open(buyer, service, "2.9", "").expectProblem(422, "budget_too_small");
    open(buyer, service, "10", ", \"maxPrice\": \"2\"").expectProblem(409, "price_above_max");
    open(buyer, once, "10", "").expectProblem(409, "not_sold_by_the_call");
    open(buyer, "nonsense", "10", "").expectProblem(404, "service_not_found");
    ledger.makePoor(buyer.id());
    JsonNode rejected = open(buyer, service, "10", "").expect(202);
    assertThat(rejected.get("status").asString()).isEqualTo("REJECTED");
    assertThat(rejected.at("/rejection/missing").asString()).isEqualTo("20");
  }
}
