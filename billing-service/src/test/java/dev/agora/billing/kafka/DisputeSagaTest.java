package dev.agora.billing.kafka;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.billing.kafka.DisputeMessages.CloseDispute;
import dev.agora.billing.kafka.DisputeSaga.Data;
import dev.agora.messaging.testing.ScriptedReply;
import dev.agora.money.Credits;
import dev.agora.support.Contracts;
import org.junit.jupiter.api.Test;

class DisputeSagaTest {

  static final Data STARTED =
      new Data(
          "dsp_01939c5e7a4b7c3d8e9f0a1b2c3d4e09",
          "pur_01939c5e7a4b7c3d8e9f0a1b2c3d4e02",
          "agt_01939c5e7a4b7c3d8e9f0a1b2c3d4e5f",
          "100.00",
          "3.00",
          "30.00",
          "25.00",
          "5.78",
          null,
          null,
          null);

  static final Data DECIDED =
      Data.afterVerdict(
          Data.afterFreeze(
              STARTED, ScriptedReply.success(Contracts.example("ledger.freeze-dispute.reply"))),
          ScriptedReply.success("{\"outcome\": \"LOST\", \"disputeFeeUsd\": \"15.00\"}"));

  @Test
  void theDefinitionChecksItself() {
    assertThat(DisputeSaga.DEFINITION.name()).isEqualTo("dispute");
  }

  @Test
  void theLedgerIsToldTheVerdictWithWhatWasGivenBackBefore() {
    assertThat(CloseDispute.of(DECIDED))
        .isEqualTo(
            new CloseDispute(
                STARTED.disputeId(),
                STARTED.purchaseId(),
                STARTED.agentId(),
                "LOST",
                "100.00",
                "3.00",
                "30.00",
                "25.00",
                "15.00",
                "5.78"));
  }

  @Test
  void whatWasRecoveredOwedAndLostIsKept() {
    Data closed =
        Data.afterClose(
            DECIDED, ScriptedReply.success(Contracts.example("ledger.close-dispute.reply")));
    assertThat(requireNonNull(closed.frozen()).frozen()).isEqualTo("900");
    var outcome = requireNonNull(closed.closed()).toOutcome();
    assertThat(outcome.recovered()).isEqualTo(Credits.of(1100));
    assertThat(outcome.debt()).isEqualTo(Credits.of(100));
    assertThat(outcome.loss()).isEqualTo(Credits.ZERO);
  }
}
