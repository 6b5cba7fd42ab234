package dev.agora.ledger.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.ledger.posting.Posting;
import dev.agora.messaging.WireJson;
import dev.agora.money.Usd;
import dev.agora.support.Contracts;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the ledger hears and tells of dollars beside prices: tax, and what lies at Stripe. */
class CashMessagesContractTest {

  private static final WireJson JSON = new WireJson();

  @Test
  void taxIsReadWhereThereIsAny() {
    assertThat(
            Contracts.examples("ledger.post-purchase").stream()
                .map(
                    example ->
                        JSON.readText(example.json(), LedgerMessages.PostPurchase.class)
                            .toPosting())
                .map(posting -> ((Posting.Purchase) posting).tax()))
        .containsExactlyInAnyOrder(Usd.ZERO, Usd.parse("8.25"));
  }

  @Test
  void tellsOfCashAsTheSchemaAsks() {
    CashMoved told =
        new CashMoved(
            List.of(
                new CashMoved.CashMovement(
                    "txn_01939c5e7a4b7c3d8e9f0a1b2c3d4e70",
                    "PURCHASE",
                    "pur_01939c5e7a4b7c3d8e9f0a1b2c3d4e02",
                    "96.80",
                    "2026-11-22T09:30:00.123456Z")));
    Contracts.validate("ledger.cash-moved", JSON.writeText(told));
  }
}
