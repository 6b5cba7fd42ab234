package dev.agora.billing.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.billing.kafka.LedgerEvents.TransactionsPosted;
import dev.agora.billing.reconciliation.BookedMovement;
import dev.agora.billing.topup.Balance;
import dev.agora.messaging.testing.ScriptedReply;
import dev.agora.money.Credits;
import dev.agora.money.Usd;
import dev.agora.support.Contracts;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LedgerEventsTest {

  @Test
  void readsWhatEachAgentHasAfterwards() {
    TransactionsPosted event = read(Contracts.example("ledger.transactions-posted"));
    assertThat(event.balances())
        .containsExactlyInAnyOrder(
            new Balance("agt_01939c5e7a4b7c3d8e9f0a1b2c3d4e5f", Credits.of(80), 7),
            new Balance("agt_01939c5e7a4b7c3d8e9f0a1b2c3d4e60", Credits.of(19), 1));
    assertThat(event.purchases()).isEmpty();
  }

  @Test
  void keepsTheLatestOfSeveralAndSkipsWhatIsNotTold() {
    TransactionsPosted event =
        read(
            """
            {"transactions": [
              {"id": "txn_1", "kind": "PURCHASE", "movements": [
                {"agentId": "agt_1", "availableAfter": "100", "version": 2}]},
              {"id": "txn_2", "kind": "HOLD", "movements": [
                {"agentId": "agt_1", "availableAfter": "70.5", "version": 3},
                {"agentId": "agt_2", "availableChange": "1"}]}]}
            """);
    assertThat(event.balances()).containsExactly(new Balance("agt_1", Credits.parse("70.5"), 3));
    assertThat(event.purchases()).containsExactly("txn_1");
  }

  @Test
  void readsWhatMovedAtStripe() {
    LedgerEvents.CashMoved event =
        ScriptedReply.WIRE.readValue(
            Contracts.example("ledger.cash-moved"), LedgerEvents.CashMoved.class);
    assertThat(event.booked())
        .containsExactly(
            new BookedMovement(
                "txn_01939c5e7a4b7c3d8e9f0a1b2c3d4e70",
                "PURCHASE",
                Usd.parse("96.80"),
                "pur_01939c5e7a4b7c3d8e9f0a1b2c3d4e02",
                Instant.parse("2026-11-22T09:30:00.123456Z")),
            new BookedMovement(
                "txn_01939c5e7a4b7c3d8e9f0a1b2c3d4e71",
                "REFUND",
                Usd.parse("-70.00"),
                "rfd_01939c5e7a4b7c3d8e9f0a1b2c3d4e06",
                Instant.parse("2026-11-22T09:30:01.123456Z")));
  }

  private static TransactionsPosted read(String json) {
    return ScriptedReply.WIRE.readValue(json, TransactionsPosted.class);
  }
}
