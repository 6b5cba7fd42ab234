package dev.agora.ledger.kafka;

import dev.agora.messaging.WireJson;
import dev.agora.support.Contracts;
import java.util.List;
import org.junit.jupiter.api.Test;

class CashMovedContractTest {

  @Test
  void tellsOfCashAsTheSchemaAsks() {
    Contracts.validate(
        "ledger.cash-moved",
        new WireJson()
            .writeText(
                new CashMoved(
                    List.of(
                        new CashMoved.CashMovement(
                            "txn_01939c5e7a4b7c3d8e9f0a1b2c3d4e06",
                            "PURCHASE",
                            "pur_01939c5e7a4b7c3d8e9f0a1b2c3d4e02",
                            "96.80",
                            "2026-11-22T09:30:00.123456Z")))));
  }
}
