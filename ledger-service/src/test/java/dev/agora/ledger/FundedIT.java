package dev.agora.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.OwnerId;
import dev.agora.ledger.dispute.DisputeDoor;
import dev.agora.ledger.posting.AgentStatus;
import dev.agora.ledger.posting.Note;
import dev.agora.ledger.posting.Outcome;
import dev.agora.ledger.posting.Posting;
import dev.agora.ledger.posting.PostingId;
import dev.agora.money.Credits;
import dev.agora.money.FeeRate;
import dev.agora.support.CommandSender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** With seasoning: what a disputed purchase paid for is frozen until the bank has decided. */
@TestPropertySource(
    properties = {"agora.economy.seasoning=7d", "agora.ledger.dispute.follow-every=100ms"})
class FundedIT extends AuditedLedger {

  private static final FeeRate FIVE_PERCENT = FeeRate.ofBasisPoints(500);

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static CommandSender commands;

  /** A purchase of $100 that its card holder disputes. */
  private record Disputed(AgentId buyer, String purchase, String dispute) {

    CommandSender.Answer freeze() {
      return commands.ask("ledger.freeze-dispute", buyer.value(), about());
    }

    CommandSender.Answer close(String outcome) {
      Map<String, Object> close = about();
      close.put("outcome", outcome);
      close.put("priceUsd", "100.00");
      close.put("feeUsd", "3.00");
      close.put("refundedUsd", "0.00");
      close.put("disputeFeeUsd", outcome.equals("LOST") ? "15.00" : "0.00");
      return commands.ask("ledger.close-dispute", buyer.value(), close);
    }

    private Map<String, Object> about() {
      return command(buyer, "disputeId", dispute, "purchaseId", purchase);
    }
  }

  @BeforeAll
  static void listen() {
    commands = listening();
  }

  @AfterAll
  static void stop() {
    commands.close();
  }

  @AfterEach
  void theProofAndTheAuditHold() {
    JsonNode proof = proof();
    assertThat(proof.path("ok").asBoolean()).as(proof.toPrettyString()).isTrue();
    Audited audited = audit();
    assertThat(audited.code()).as(audited.report()).isZero();
  }

  @Test
  void aSellerOfADisputedPurchaseHasItFrozenWhileTheBankDecidesAndThenBack() {
    Disputed disputed = disputed(agent());
    AgentId seller = agent();
    pay(agentWith("100"), seller, "20");
    pay(disputed.buyer(), seller, "40");
    JsonNode before = json(get("/api/v1/credits/seasoning", seller));

    assertThat(disputed.freeze().payload().path("frozen").asString()).isEqualTo("960");

    awaitFrozen(seller, "38");
    assertThat(available(seller)).as("of others").isEqualTo("19");
    assertThat(kinds(seller)).containsExactly("HOLD", "TRANSFER", "TRANSFER");
    assertThat(latest(seller).path("reference").asString()).isEqualTo(disputed.dispute());
    assertThat(latest(seller).path("memo").asString()).startsWith("Frozen while the bank decides");
    assertThat(accounts(seller))
        .containsExactly("agent/" + seller + "/earned", "frozen/" + disputed.dispute() + "/earned");
    theProofAndTheAuditHold();

    disputed.close("LOST");

    awaitFrozen(seller, "0");
    assertThat(available(seller)).isEqualTo("57");
    assertThat(json(get("/api/v1/credits/seasoning", seller)).path("items"))
        .isEqualTo(before.path("items"));
    assertThat(kinds(seller)).containsExactly("RELEASE", "HOLD", "TRANSFER", "TRANSFER");
    assertThat(balance(disputed.buyer()).path("debt").asString()).isEqualTo("40");
  }

  @Test
  void whatIsPaidAfterwardsOutOfAHoldIsFrozenToo() {
    Disputed disputed = disputed(agent());
    AgentId seller = agent();
    String hold = freshId("hld_");
    commands.ask(
        "ledger.place-hold",
        disputed.buyer().value(),
        order(disputed.buyer(), seller, hold, Map.of("purpose", "ORDER")));
    disputed.freeze();

    commands.ask(
        "ledger.settle-hold",
        disputed.buyer().value(),
        order(disputed.buyer(), seller, hold, Map.of("feeBps", 500)));

    awaitFrozen(seller, "95");
    disputed.close("WON");
    awaitFrozen(seller, "0");
    assertThat(available(seller)).isEqualTo("95");
  }

  @Test
  void whatWentOnWithinTheOwnerIsFollowed() {
    OwnerId owner = freshOwner();
    AgentId buyer = agent(freshAgentId(), owner, AgentStatus.ACTIVE);
    AgentId other = agent(freshAgentId(), owner, AgentStatus.ACTIVE);
    Disputed disputed = disputed(buyer);
    AgentId seller = agent();
    pay(buyer, other, "400");
    pay(other, seller, "100");

    disputed.freeze();

    awaitFrozen(seller, "95");
    assertThat(balance(other).path("frozen").asString()).as("no earnings").isEqualTo("0");
    disputed.close("WON");
    awaitFrozen(seller, "0");
  }

  /** Several at once take the pages from each other, and freeze each payment once. */
  @Test
  void manyPaymentsAreFrozenOnceEach() throws Exception {
    Disputed disputed = disputed(agent());
    List<AgentId> sellers = List.of(agent(), agent(), agent());
    payInTurn(disputed.buyer(), sellers, 1_000);
    disputed.freeze();

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> running = new ArrayList<>();
      for (int number = 0; number < 4; number++) {
        running.add(threads.submit(() -> new DisputeDoor(beans).follow()));
      }
      for (Future<Integer> follower : running) {
        follower.get();
      }
    }

    awaitFrozen(sellers.get(0), "317.3");
    awaitFrozen(sellers.get(1), "316.35");
    awaitFrozen(sellers.get(2), "316.35");
    disputed.close("LOST");
    sellers.forEach(seller -> awaitFrozen(seller, "0"));
    assertThat(
            text(
                "SELECT count(*) FROM dispute_trail WHERE dispute_id = '%s'"
                    .formatted(disputed.dispute())))
        .isEqualTo("0");
  }

  /** A dispute that is lost before anybody looked freezes nothing. */
  @Test
  void whatEndedBeforeItWasFollowedLeavesNothingBehind() {
    Disputed disputed = disputed(agent());
    AgentId seller = agent();
    pay(disputed.buyer(), seller, "40");
    disputed.freeze();
    disputed.close("LOST");

    new DisputeDoor(beans).follow();

    awaitFrozen(seller, "0");
    assertThat(available(seller)).isEqualTo("38");
  }

  private static Disputed disputed(AgentId buyer) {
    String purchase = freshId("pur_");
    Map<String, Object> command =
        command(
            buyer,
            "purchaseId",
            purchase,
            "priceUsd",
            "100.00",
            "feeUsd",
            "3.00",
            "baseCredits",
            "1000",
            "bonusCredits",
            "0",
            "paymentIntentId",
            "pi_1",
            "stripeFeeUsd",
            "3.20");
    command.put("feeBps", 300);
    commands.ask("ledger.post-purchase", buyer.value(), command);
    return new Disputed(buyer, purchase, freshId("dsp_"));
  }

  private static Map<String, Object> order(
      AgentId buyer, AgentId seller, String hold, Map<String, Object> more) {
    Map<String, Object> order =
        command(buyer, "holdId", hold, "payeeId", seller.value(), "amount", "100");
    order.put("reference", "ord_1");
    order.putAll(more);
    return order;
  }

  /** A credit each, in batches. */
  private void payInTurn(AgentId buyer, List<AgentId> sellers, int payments) {
    List<Posting> all = new ArrayList<>();
    for (int number = 0; number < payments; number++) {
      all.add(
          new Posting.Transfer(
              new PostingId(freshId("trf_")),
              buyer,
              sellers.get(number % sellers.size()),
              Credits.of(1),
              FIVE_PERCENT,
              Note.NONE));
    }
    List<Outcome> outcomes =
        Objects.requireNonNull(transactions.execute(status -> postings.post(all)));
    assertThat(outcomes).hasOnlyElementsOfType(Outcome.Accepted.class);
  }

  private void awaitFrozen(AgentId agent, String credits) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> assertThat(balance(agent).path("frozen").asString()).isEqualTo(credits));
  }

  private JsonNode balance(AgentId agent) {
    return json(get("/api/v1/credits/balance", agent));
  }

  private JsonNode latest(AgentId agent) {
    return json(get("/api/v1/credits/transactions", agent)).path("items").path(0);
  }

  /** Of the agent's latest transaction. */
  private List<String> accounts(AgentId agent) {
    String path = "/api/v1/credits/transactions/" + latest(agent).path("id").asString();
    return json(get(path, agent))
        .path("legs")
        .valueStream()
        .map(leg -> leg.path("account").asString())
        .toList();
  }
}
