package dev.agora.billing.kafka;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.billing.kafka.RefundMessages.CaptureRefund;
import dev.agora.billing.kafka.RefundMessages.ReleaseHold;
import dev.agora.billing.kafka.RefundMessages.SendRefund;
import dev.agora.billing.kafka.RefundSaga.Data;
import dev.agora.messaging.testing.ScriptedReply;
import dev.agora.money.Credits;
import dev.agora.money.Usd;
import dev.agora.support.Contracts;
import org.junit.jupiter.api.Test;

class RefundSagaTest {

  static final Data STARTED =
      new Data(
          "rfd_01939c5e7a4b7c3d8e9f0a1b2c3d4e07",
          "pur_01939c5e7a4b7c3d8e9f0a1b2c3d4e02",
          "hld_01939c5e7a4b7c3d8e9f0a1b2c3d4e08",
          "agt_01939c5e7a4b7c3d8e9f0a1b2c3d4e5f",
          "100.00",
          "3.00",
          "pi_3PabcDEF",
          "8.25",
          null,
          null,
          null);

  static final Data RESERVED =
      Data.afterReserve(
          STARTED, ScriptedReply.success(Contracts.example("ledger.reserve-refund.reply")));

  @Test
  void theDefinitionChecksItself() {
    assertThat(RefundSaga.DEFINITION.name()).isEqualTo("refund");
    assertThat(FailedRefundSaga.DEFINITION.name()).isEqualTo("failed-refund");
  }

  @Test
  void stripeGivesBackWhatTheLedgerSays() {
    assertThat(SendRefund.of(RESERVED).refundUsd()).isEqualTo("70.00");
    assertThat(SendRefund.of(RESERVED).amount()).as("with its tax").isEqualTo(Usd.parse("75.77"));
    var figures = requireNonNull(RESERVED.reserved()).toFigures();
    assertThat(figures.amount()).isEqualTo(Usd.parse("70.00"));
    assertThat(figures.credits()).isEqualTo(Credits.of(900));
    assertThat(figures.used()).isEqualTo(Credits.of(300));
  }

  @Test
  void theLedgerTakesTheCreditsForTheSameSum() {
    Data sent =
        Data.afterSend(RESERVED, ScriptedReply.success("{\"stripeRefundId\": \"re_3PabcDEF\"}"));
    assertThat(sent.stripeRefundId()).isEqualTo("re_3PabcDEF");
    assertThat(CaptureRefund.of(sent))
        .isEqualTo(
            new CaptureRefund(
                STARTED.refundId(),
                STARTED.holdId(),
                STARTED.purchaseId(),
                STARTED.agentId(),
                "100.00",
                "3.00",
                "70.00",
                "5.77"));
  }

  @Test
  void aRefusalIsTheReasonOfTheRelease() {
    Data refused = Data.afterSend(RESERVED, ScriptedReply.refusal("charge_disputed"));
    assertThat(ReleaseHold.of(refused).reason()).isEqualTo("charge_disputed");
    assertThat(ReleaseHold.of(STARTED).reason()).isEqualTo("the refund was not sent");
    assertThat(Data.afterReserve(STARTED, ScriptedReply.refusal("nothing_to_refund")).refusal())
        .isEqualTo("nothing_to_refund");
  }
}
