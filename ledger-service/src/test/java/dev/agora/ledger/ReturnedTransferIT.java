package dev.agora.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.ledger.account.AgentId;
import dev.agora.support.CommandSender;
import dev.agora.support.Contracts;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What payout asks of the ledger when a conversion's dollars came back, over Kafka. */
class ReturnedTransferIT extends RunningLedger {

  private static final String BOOK = "ledger.book-returned-transfer";
  private static final String SETTLE = "ledger.settle-returned-transfer";

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
  void whatCameBackIsOwedAndThenCreditsOnce() {
    AgentId seller = agent();
    Map<String, Object> returned = returned(seller);
    CommandSender.Answer booked = commands.ask(BOOK, seller.value(), returned);
    assertThat(booked.outcome()).isEqualTo("success");
    Contracts.validate(BOOK + ".reply", booked.payload().toString());
    assertThat(available(seller)).isEqualTo("0");
    assertThat(proof().path("ok").asBoolean()).isTrue();

    returned.putAll(Map.of("outcome", "CREDITS", "grossUsd", "50.00", "feeUsd", "7.50"));
    for (int asked = 0; asked < 2; asked++) {
      CommandSender.Answer settled = commands.ask(SETTLE, seller.value(), returned);
      assertThat(settled.outcome()).isEqualTo("success");
      Contracts.validate(SETTLE + ".reply", settled.payload().toString());
      assertThat(available(seller)).isEqualTo("500");
    }
    assertThat(proof().path("ok").asBoolean()).isTrue();
  }

  @Test
  void whatIsKeptIsNobodys() {
    AgentId seller = agent();
    Map<String, Object> returned = returned(seller);
    commands.ask(BOOK, seller.value(), returned);
    returned.putAll(Map.of("outcome", "KEPT", "grossUsd", "0.00", "feeUsd", "0.00"));

    assertThat(commands.ask(SETTLE, seller.value(), returned).outcome()).isEqualTo("success");
    assertThat(available(seller)).isEqualTo("0");
    assertThat(proof().path("ok").asBoolean()).isTrue();
  }

  private static Map<String, Object> returned(AgentId agent) {
    return new HashMap<>(
        Map.of(
            "returnId",
            freshId("rtn_"),
            "conversionId",
            freshId("cnv_"),
            "agentId",
            agent.value(),
            "stripeReversalId",
            "trr_1",
            "usd",
            "42.50",
            "netUsd",
            "42.50"));
  }
}
