package dev.agora.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.ledger.account.AgentId;
import dev.agora.support.CommandSender;
import dev.agora.support.Contracts;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Purchases that are refunded or disputed, as billing-service tells of them over Kafka. */
class LedgerReversalsIT extends RunningLedger {

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

  @AfterEach
  void theProofHolds() {
    JsonNode proof = proof();
    assertThat(proof.path("ok").asBoolean()).as(proof.toPrettyString()).isTrue();
  }

  @Test
  void aPurchaseIsRefundedToTheCard() {
    AgentId agent = agent();
    String purchase = purchaseOf(agent);
    pay(agent, agent(), "300");
    String refund = freshId("rfd_");
    String hold = freshId("hld_");
    Map<String, Object> reserve =
        command(
            agent,
            "refundId",
            refund,
            "holdId",
            hold,
            "purchaseId",
            purchase,
            "priceUsd",
            "100.00");

    CommandSender.Answer reserved = commands.ask("ledger.reserve-refund", agent.value(), reserve);

    Contracts.validate("ledger.reserve-refund.reply", reserved.payload().toString());
    assertThat(reserved.payload().path("credits").asString()).isEqualTo("900");
    assertThat(reserved.payload().path("usedCredits").asString()).isEqualTo("300");
    assertThat(reserved.payload().path("refundUsd").asString()).isEqualTo("70.00");
    assertThat(available(agent)).isEqualTo("0");
    assertThat(commands.ask("ledger.reserve-refund", agent.value(), reserve).payload())
        .isEqualTo(reserved.payload());
    captureRefund(agent, refund, hold, purchase);
  }

  private void captureRefund(AgentId agent, String refund, String hold, String purchase) {

    Map<String, Object> capture =
        command(
            agent,
            "refundId",
            refund,
            "holdId",
            hold,
            "purchaseId",
            purchase,
            "priceUsd",
            "100.00",
            "feeUsd",
            "3.00",
            "refundUsd",
            "70.00");
    CommandSender.Answer captured = commands.ask("ledger.capture-refund", agent.value(), capture);

    Contracts.validate("ledger.capture-refund.reply", captured.payload().toString());
    assertThat(captured.payload().path("credits").asString()).isEqualTo("900");
    assertThat(commands.ask("ledger.capture-refund", agent.value(), capture).payload())
        .isEqualTo(captured.payload());
    assertThat(kinds(agent)).containsExactly("REFUND", "HOLD", "TRANSFER", "PURCHASE");
  }

  @Test
  void whatIsUsedUpIsNotRefunded() {
    AgentId agent = agent();
    String purchase = purchaseOf(agent);
    pay(agent, agent(), "1100");

    CommandSender.Answer refused =
        commands.ask(
            "ledger.reserve-refund",
            agent.value(),
            command(
                agent,
                "refundId",
                freshId("rfd_"),
                "holdId",
                freshId("hld_"),
                "purchaseId",
                purchase,
                "priceUsd",
                "100.00"));

    assertThat(refused.code()).isEqualTo("nothing_to_refund");
    Contracts.validate("ledger.reserve-refund.refusal", refused.payload().toString());
    assertThat(refused.payload().path("usedCredits").asString()).isEqualTo("1100");
  }

  @Test
  void aReservedRefundThatTheCardRefusesIsUndone() {
    AgentId agent = agent();
    String purchase = purchaseOf(agent);
    String hold = freshId("hld_");
    UUID reserving = UUID.randomUUID();
    commands.ask(
        reserving,
        "ledger.reserve-refund",
        agent.value(),
        command(
            agent,
            "refundId",
            freshId("rfd_"),
            "holdId",
            hold,
            "purchaseId",
            purchase,
            "priceUsd",
            "100.00"),
        Map.of());

    CommandSender.Answer undone =
        commands.ask(
            UUID.randomUUID(),
            "ledger.release-hold",
            agent.value(),
            command(agent, "holdId", hold, "reason", "refused"),
            Map.of("undoes", reserving.toString()));

    assertThat(undone.outcome()).isEqualTo("success");
    assertThat(available(agent)).isEqualTo("1200");
  }

  @Test
  void aLostDisputeTakesBackWhatIsThereAndTheRestIsOwed() {
    AgentId agent = agent();
    String purchase = purchaseOf(agent);
    pay(agent, agent(), "300");
    String dispute = freshId("dsp_");
    Map<String, Object> freeze = command(agent, "disputeId", dispute, "purchaseId", purchase);

    CommandSender.Answer frozen = commands.ask("ledger.freeze-dispute", agent.value(), freeze);

    Contracts.validate("ledger.freeze-dispute.reply", frozen.payload().toString());
    assertThat(frozen.payload().path("frozen").asString()).isEqualTo("900");
    JsonNode balance = json(get("/api/v1/credits/balance", agent));
    assertThat(balance.path("frozen").asString()).isEqualTo("900");
    assertThat(balance.path("available").asString()).isEqualTo("0");
    theProofHolds();

    Map<String, Object> close = close(agent, dispute, purchase, "LOST", "15.00");
    CommandSender.Answer lost = commands.ask("ledger.close-dispute", agent.value(), close);

    Contracts.validate("ledger.close-dispute.reply", lost.payload().toString());
    assertThat(lost.payload().path("recovered").asString()).isEqualTo("900");
    assertThat(lost.payload().path("debt").asString()).isEqualTo("300");
    assertThat(lost.payload().path("loss").asString()).isEqualTo("0");
    assertThat(commands.ask("ledger.close-dispute", agent.value(), close).payload())
        .isEqualTo(lost.payload());
    balance = json(get("/api/v1/credits/balance", agent));
    assertThat(balance.path("frozen").asString()).isEqualTo("0");
    assertThat(balance.path("debt").asString()).isEqualTo("300");
    assertThat(kinds(agent)).containsExactly("CLAWBACK", "HOLD", "TRANSFER", "PURCHASE");
    theProofHolds();

    buy(agent, "400");
    assertThat(available(agent)).isEqualTo("100");
  }

  @Test
  void aPartThatIsLostTakesItsShareAndThawsTheRest() {
    AgentId agent = agent();
    String purchase = purchaseOf(agent);
    String dispute = freshId("dsp_");
    commands.ask(
        "ledger.freeze-dispute",
        agent.value(),
        command(agent, "disputeId", dispute, "purchaseId", purchase));
    Map<String, Object> close = close(agent, dispute, purchase, "LOST", "15.00");
    close.put("disputedUsd", "25.00");

    CommandSender.Answer lost = commands.ask("ledger.close-dispute", agent.value(), close);

    Contracts.validate("ledger.close-dispute.reply", lost.payload().toString());
    assertThat(lost.payload().path("recovered").asString()).isEqualTo("300");
    assertThat(available(agent)).isEqualTo("900");
    assertThat(json(get("/api/v1/credits/balance", agent)).path("frozen").asString())
        .isEqualTo("0");
    theProofHolds();
  }

  @Test
  void aWonDisputeGivesBackWhatWasFrozen() {
    AgentId agent = agent();
    String purchase = purchaseOf(agent);
    String dispute = freshId("dsp_");
    commands.ask(
        "ledger.freeze-dispute",
        agent.value(),
        command(agent, "disputeId", dispute, "purchaseId", purchase));

    CommandSender.Answer won =
        commands.ask(
            "ledger.close-dispute", agent.value(), close(agent, dispute, purchase, "WON", "0.00"));

    Contracts.validate("ledger.close-dispute.reply", won.payload().toString());
    assertThat(won.payload().path("recovered").asString()).isEqualTo("0");
    assertThat(available(agent)).isEqualTo("1200");
    assertThat(kinds(agent)).containsExactly("REINSTATEMENT", "HOLD", "PURCHASE");
  }

  @Test
  void aDisputeThatFindsNothingMovesNothing() {
    AgentId agent = agent();
    String purchase = purchaseOf(agent);
    pay(agent, agent(), "1200");
    String dispute = freshId("dsp_");

    CommandSender.Answer frozen =
        commands.ask(
            "ledger.freeze-dispute",
            agent.value(),
            command(agent, "disputeId", dispute, "purchaseId", purchase));
    CommandSender.Answer won =
        commands.ask(
            "ledger.close-dispute", agent.value(), close(agent, dispute, purchase, "WON", "0.00"));

    assertThat(frozen.payload().path("frozen").asString()).isEqualTo("0");
    assertThat(frozen.payload().path("transactionId").isNull()).isTrue();
    Contracts.validate("ledger.freeze-dispute.reply", frozen.payload().toString());
    assertThat(won.payload().path("transactionId").isNull()).isTrue();
    Contracts.validate("ledger.close-dispute.reply", won.payload().toString());
  }

  /** A purchase of $100 with 200 bonus credits. */
  private static String purchaseOf(AgentId agent) {
    String purchase = freshId("pur_");
    Map<String, Object> command =
        command(
            agent,
            "purchaseId",
            purchase,
            "priceUsd",
            "100.00",
            "feeUsd",
            "3.00",
            "baseCredits",
            "1000",
            "bonusCredits",
            "200",
            "paymentIntentId",
            "pi_1",
            "stripeFeeUsd",
            "3.20");
    command.put("feeBps", 300);
    commands.ask("ledger.post-purchase", agent.value(), command);
    return purchase;
  }

  private static Map<String, Object> close(
      AgentId agent, String dispute, String purchase, String outcome, String disputeFee) {
    return command(
        agent,
        "disputeId",
        dispute,
        "purchaseId",
        purchase,
        "outcome",
        outcome,
        "priceUsd",
        "100.00",
        "feeUsd",
        "3.00",
        "refundedUsd",
        "0.00",
        "disputeFeeUsd",
        disputeFee);
  }
}
