package dev.agora.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.ledger.account.AgentId;
import dev.agora.support.CommandSender;
import dev.agora.support.Contracts;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Settled orders that are given back, as marketplace-service asks for it over Kafka. */
class OrderRefundsIT extends RunningLedger {

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
  void aSellerGivesASettledOrderBackInParts() {
    AgentId buyer = agentWith("100");
    AgentId seller = agent();
    String hold = freshId("hld_");
    String order = freshId("ord_");
    Map<String, Object> place =
        command(buyer, "holdId", hold, "purpose", "ORDER", "amount", "100", "reference", order);
    place.put("payeeId", seller.value());
    commands.ask("ledger.place-hold", buyer.value(), place);
    Map<String, Object> settle =
        command(buyer, "holdId", hold, "amount", "100", "reference", order);
    settle.put("payeeId", seller.value());
    settle.put("feeBps", 500);
    commands.ask("ledger.settle-hold", buyer.value(), settle);

    Map<String, Object> part = giveBack(hold, order, buyer, seller, "40");
    CommandSender.Answer first = commands.ask("ledger.refund-order", seller.value(), part);
    CommandSender.Answer again = commands.ask("ledger.refund-order", seller.value(), part);
    CommandSender.Answer rest =
        commands.ask(
            "ledger.refund-order", seller.value(), giveBack(hold, order, buyer, seller, "60"));

    Contracts.validate("ledger.refund-order.reply", first.payload().toString());
    assertThat(first.payload().path("toBuyer").asString()).isEqualTo("40");
    assertThat(first.payload().path("fromSeller").asString()).isEqualTo("38");
    assertThat(first.payload().path("feeReturned").asString()).isEqualTo("2");
    assertThat(again.payload()).isEqualTo(first.payload());
    assertThat(rest.payload().path("feeReturned").asString()).isEqualTo("3");
    JsonNode balance = json(get("/api/v1/credits/balance", buyer));
    assertThat(balance.at("/buckets/purchased").asString()).isEqualTo("100");
    assertThat(available(seller)).isEqualTo("0");
    assertThat(kinds(buyer)).startsWith("REFUND", "REFUND", "CAPTURE");
  }

  @Test
  void aSellerWithoutCreditsCanNotGiveBack() {
    AgentId buyer = agentWith("100");
    AgentId seller = agent();
    String hold = freshId("hld_");
    String order = freshId("ord_");
    Map<String, Object> place =
        command(buyer, "holdId", hold, "purpose", "ORDER", "amount", "100", "reference", order);
    place.put("payeeId", seller.value());
    commands.ask("ledger.place-hold", buyer.value(), place);
    Map<String, Object> settle =
        command(buyer, "holdId", hold, "amount", "100", "reference", order);
    settle.put("payeeId", seller.value());
    settle.put("feeBps", 500);
    commands.ask("ledger.settle-hold", buyer.value(), settle);
    pay(seller, agent(), "95");

    CommandSender.Answer refused =
        commands.ask(
            "ledger.refund-order", seller.value(), giveBack(hold, order, buyer, seller, "40"));

    assertThat(refused.code()).isEqualTo("insufficient_credits");
    Contracts.validate("ledger.refund-order.refusal", refused.payload().toString());
    assertThat(refused.payload().path("available").asString()).isEqualTo("0");
  }

  private static Map<String, Object> giveBack(
      String hold, String order, AgentId buyer, AgentId seller, String amount) {
    Map<String, Object> command =
        command(
            seller,
            "refundId",
            freshId("orf_"),
            "holdId",
            hold,
            "orderId",
            order,
            "amount",
            amount);
    command.put("buyerId", buyer.value());
    command.put("sellerId", seller.value());
    command.put("feeBps", 500);
    return command;
  }
}
