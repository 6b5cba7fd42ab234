package dev.agora.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.agora.ledger.account.AgentId;
import dev.agora.support.CommandSender;
import dev.agora.support.Contracts;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the sagas of the other services ask of the ledger, over Kafka. */
class LedgerCommandsIT extends RunningLedger {

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static CommandSender commands;

  @BeforeAll
  static void listen() {
    commands = listening();
  }

  @AfterAll
  static void stop() {
    commands.close();
  }

  @Test
  void anAgentThatAccountsServiceTellsOfCanBuyAndPay() {
    AgentId agent = freshAgentId();
    commands.send(
        "accounts.events.v1",
        UUID.randomUUID(),
        "accounts.agent-changed",
        agent.value(),
        Map.of(
            "agentId",
            agent.value(),
            "name",
            "Ada's researcher",
            "owner",
            freshOwner().value(),
            "status",
            "ACTIVE",
            "version",
            1,
            "at",
            "2026-11-22T09:30:00Z"),
        Map.of());
    await().atMost(Duration.ofSeconds(30)).until(() -> agents.find(agent).isPresent());

    CommandSender.Answer answer =
        commands.ask("ledger.post-purchase", agent.value(), purchase(agent));

    assertThat(answer.outcome()).isEqualTo("success");
    Contracts.validate("ledger.post-purchase.reply", answer.payload().toString());
    JsonNode balance = json(get("/api/v1/credits/balance", agent));
    assertThat(balance.path("available").asString()).isEqualTo("1200");
    assertThat(balance.at("/buckets/promotional").asString()).isEqualTo("200");
  }

  @Test
  void aPurchaseIsPostedOnceHoweverOftenItIsAskedFor() {
    AgentId agent = agent();
    Map<String, Object> purchase = purchase(agent);
    UUID id = UUID.randomUUID();

    CommandSender.Answer first =
        commands.ask(id, "ledger.post-purchase", agent.value(), purchase, Map.of());
    commands.send(
        "ledger.commands.v1", id, "ledger.post-purchase", agent.value(), purchase, Map.of());
    CommandSender.Answer asAnotherCommand =
        commands.ask("ledger.post-purchase", agent.value(), purchase);

    assertThat(asAnotherCommand.payload()).isEqualTo(first.payload());
    await().until(() -> commands.answers(id).size() == 2);
    assertThat(available(agent)).isEqualTo("1200");
  }

  @Test
  void anOrderIsFundedAndSettled() {
    AgentId buyer = agentWith("100");
    AgentId seller = agent();
    String hold = freshId("hld_");

    CommandSender.Answer placed = place(hold, "ORDER", buyer, seller, "100");
    assertThat(placed.outcome()).isEqualTo("success");
    assertThat(json(get("/api/v1/credits/balance", buyer)).path("held").asString())
        .isEqualTo("100");
    CommandSender.Answer settled = settle(hold, buyer, seller, "60");

    Contracts.validate("ledger.settle-hold.reply", settled.payload().toString());
    assertThat(settled.payload().path("net").asString()).isEqualTo("57");
    assertThat(settled.payload().path("fee").asString()).isEqualTo("3");
    assertThat(settled.payload().path("released").asString()).isEqualTo("40");
    assertThat(available(buyer)).isEqualTo("40");
    assertThat(available(seller)).isEqualTo("57");
    JsonNode history = json(get("/api/v1/credits/transactions", buyer)).path("items");
    assertThat(history.at("/0/kind").asString()).isEqualTo("CAPTURE");
    assertThat(history.at("/0/amount").asString()).isEqualTo("40");
    assertThat(history.at("/0/heldChange").asString()).isEqualTo("-100");
    assertThat(history.at("/1/amount").asString()).isEqualTo("-100");
  }

  @Test
  void anUndoneHoldGivesEverythingBackOnce() {
    AgentId buyer = agentWith("100");
    String hold = freshId("hld_");
    UUID placing = UUID.randomUUID();
    commands.ask(
        placing,
        "ledger.place-hold",
        buyer.value(),
        hold(hold, "ORDER", buyer, agent(), "100"),
        Map.of());

    CommandSender.Answer undone = undo(placing, hold, buyer);

    assertThat(undone.outcome()).isEqualTo("success");
    assertThat(available(buyer)).isEqualTo("100");
    assertThat(undo(placing, hold, buyer).outcome()).isEqualTo("success");
    assertThat(available(buyer)).isEqualTo("100");
  }

  @Test
  void aHoldThatIsUndoneBeforeItIsPlacedIsRefused() {
    AgentId buyer = agentWith("100");
    String hold = freshId("hld_");
    UUID placing = UUID.randomUUID();

    assertThat(undo(placing, hold, buyer).outcome()).isEqualTo("success");
    commands.send(
        "ledger.commands.v1",
        placing,
        "ledger.place-hold",
        buyer.value(),
        hold(hold, "ORDER", buyer, agent(), "100"),
        Map.of());
    place(freshId("hld_"), "ORDER", buyer, agent(), "1");

    assertThat(available(buyer)).isEqualTo("99");
  }

  @Test
  void refusalsCarryTheirFigures() {
    AgentId buyer = agentWith("80");

    CommandSender.Answer poor = place(freshId("hld_"), "ORDER", buyer, agent(), "100");
    CommandSender.Answer unearned = place(freshId("hld_"), "CONVERSION", buyer, null, "80");
    CommandSender.Answer unknown = place(freshId("hld_"), "ORDER", buyer, freshAgentId(), "1");

    assertThat(poor.code()).isEqualTo("insufficient_credits");
    assertThat(poor.payload().path("missing").asString()).isEqualTo("20");
    assertThat(unearned.code()).isEqualTo("not_convertible");
    assertThat(unearned.payload().path("convertible").asString()).isEqualTo("0");
    assertThat(unknown.code()).isEqualTo("payee_unknown");
    assertThat(available(buyer)).isEqualTo("80");
  }

  @Test
  void aConversionLeavesTheBooksWithItsDollars() {
    AgentId buyer = agentWith("1000");
    AgentId seller = agent();
    pay(buyer, seller, "1000");
    String hold = freshId("hld_");
    assertThat(place(hold, "CONVERSION", seller, null, "500").outcome()).isEqualTo("success");

    CommandSender.Answer captured =
        commands.ask(
            "ledger.capture-conversion",
            seller.value(),
            Map.of(
                "conversionId",
                freshId("cnv_"),
                "holdId",
                hold,
                "agentId",
                seller.value(),
                "grossUsd",
                "50.00",
                "feeUsd",
                "7.50",
                "feeBps",
                1500,
                "netUsd",
                "42.50",
                "stripeTransferId",
                "tr_1"));

    assertThat(captured.outcome()).isEqualTo("success");
    assertThat(available(seller)).isEqualTo("450");
    assertThat(proof().path("ok").asBoolean()).isTrue();
  }

  @Test
  void whatIsPostedIsToldPerAgent() {
    AgentId payer = agentWith("100");
    AgentId payee = agent();
    pay(payer, payee, "20");

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(commands.events())
                    .anyMatch(event -> event.contains(payee.value()) && event.contains("\"19\""))
                    .anyMatch(event -> event.contains(payer.value()) && event.contains("\"-20\"")));
    assertThat(commands.events())
        .allSatisfy(
            event ->
                Contracts.validate(
                    event.startsWith("{\"movements\"")
                        ? "ledger.cash-moved"
                        : "ledger.transactions-posted",
                    event));
  }

  private static Map<String, Object> purchase(AgentId agent) {
    return Map.of(
        "purchaseId", freshId("pur_"),
        "agentId", agent.value(),
        "priceUsd", "100.00",
        "feeUsd", "3.00",
        "feeBps", 300,
        "baseCredits", "1000",
        "bonusCredits", "200",
        "paymentIntentId", "pi_1",
        "stripeFeeUsd", "3.20");
  }

  private static Map<String, Object> hold(
      String hold, String purpose, AgentId payer, @Nullable AgentId payee, String amount) {
    Map<String, Object> command = new HashMap<>();
    command.put("holdId", hold);
    command.put("purpose", purpose);
    command.put("agentId", payer.value());
    if (payee != null) {
      command.put("payeeId", payee.value());
    }
    command.put("amount", amount);
    command.put("reference", freshId("ord_"));
    return command;
  }

  private static CommandSender.Answer place(
      String hold, String purpose, AgentId payer, @Nullable AgentId payee, String amount) {
    return commands.ask(
        "ledger.place-hold", payer.value(), hold(hold, purpose, payer, payee, amount));
  }

  private static CommandSender.Answer settle(
      String hold, AgentId payer, AgentId payee, String amount) {
    return commands.ask(
        "ledger.settle-hold",
        payer.value(),
        Map.of(
            "holdId",
            hold,
            "agentId",
            payer.value(),
            "payeeId",
            payee.value(),
            "amount",
            amount,
            "feeBps",
            500,
            "reference",
            freshId("ord_")));
  }

  private static CommandSender.Answer undo(UUID placing, String hold, AgentId payer) {
    return commands.ask(
        UUID.randomUUID(),
        "ledger.release-hold",
        payer.value(),
        Map.of("holdId", hold, "agentId", payer.value(), "reason", "declined"),
        Map.of("undoes", placing.toString()));
  }
}
