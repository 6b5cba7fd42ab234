package dev.agora.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.ledger.account.AgentId;
import dev.agora.support.CommandSender;
import dev.agora.support.Contracts;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is sold by the call is paid out of a hold part by part, as the market asks over Kafka. */
class HoldCapturesIT extends RunningLedger {

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static CommandSender commands;

  /** A hold of the buyer's for calls of the seller. */
  private record Calls(AgentId buyer, AgentId seller, String hold, String budget) {

    CommandSender.Answer capture(int number, String amount) {
      return ask(
          "capture-hold",
          amount,
          Map.of("number", number, "feeBps", 500, "reference", budget + "/" + number));
    }

    CommandSender.Answer ask(String verb, String amount, Map<String, Object> more) {
      Map<String, Object> command = new HashMap<>(more);
      command.put("holdId", hold);
      command.put("agentId", buyer.value());
      command.put("payeeId", seller.value());
      command.put("amount", amount);
      return commands.ask("ledger." + verb, buyer.value(), command);
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
  void theProofHolds() {
    JsonNode proof = proof();
    assertThat(proof.path("ok").asBoolean()).as(proof.toPrettyString()).isTrue();
  }

  @Test
  void eachPartIsPaidOnceAndAtOnceAndTheRestStaysHeld() {
    AgentId buyer = agentWith("100");
    AgentId seller = agent();
    Calls calls = new Calls(buyer, seller, freshId("hld_"), freshId("bdg_"));
    calls.ask("place-hold", "100", Map.of("purpose", "ORDER", "reference", calls.budget()));
    CommandSender.Answer first = calls.capture(1, "30");
    CommandSender.Answer again = calls.capture(1, "30");

    Contracts.validate("ledger.capture-hold.reply", first.payload().toString());
    assertThat(first.payload().path("net").asString()).isEqualTo("28.5");
    assertThat(again.payload()).isEqualTo(first.payload());
    assertThat(available(seller)).isEqualTo("28.5");
    assertThat(available(buyer)).isEqualTo("0");
    JsonNode earned = json(get("/api/v1/credits/transactions", seller)).path("items");
    assertThat(earned.at("/0/reference").asString()).isEqualTo(calls.budget() + "/1");

    CommandSender.Answer settled =
        calls.ask("settle-hold", "40", Map.of("feeBps", 500, "reference", calls.budget()));
    assertThat(settled.payload().path("released").asString()).isEqualTo("60");
    assertThat(available(seller)).isEqualTo("38");
    assertThat(available(buyer)).isEqualTo("60");
    assertThat(
            jdbc.sql("SELECT status || ' ' || captured FROM hold WHERE id = ?")
                .param(calls.hold())
                .query(String.class)
                .single())
        .isEqualTo("CAPTURED 40000000");
  }
}
