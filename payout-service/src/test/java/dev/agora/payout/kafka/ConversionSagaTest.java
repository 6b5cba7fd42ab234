package dev.agora.payout.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.messaging.testing.ScriptedReply;
import dev.agora.money.Credits;
import dev.agora.payout.kafka.ConversionCommands.CaptureConversion;
import dev.agora.payout.kafka.ConversionCommands.PlaceHold;
import dev.agora.payout.kafka.ConversionCommands.ReleaseHold;
import dev.agora.payout.kafka.ConversionCommands.SendTransfer;
import dev.agora.payout.kafka.ConversionSaga.Data;
import dev.agora.payout.risk.EarnedFrom;
import dev.agora.support.Contracts;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConversionSagaTest {

  static final Data STARTED =
      new Data(
          "cnv_01939c5e7a4b7c3d8e9f0a1b2c3d4e06",
          "hld_01939c5e7a4b7c3d8e9f0a1b2c3d4e05",
          "agt_01939c5e7a4b7c3d8e9f0a1b2c3d4e60",
          "acct_1PabcDEF",
          "500",
          "50.00",
          "7.50",
          1500,
          "42.50",
          null,
          null,
          null,
          null,
          null);

  static final Data SENT =
      Data.afterTransfer(
          STARTED, ScriptedReply.success(Contracts.example("payout.send-transfer.reply")));

  @Test
  void theDefinitionChecksItself() {
    assertThat(ConversionSaga.DEFINITION.name()).isEqualTo("conversion");
    assertThat(ConversionSaga.DEFINITION.version()).isEqualTo(2);
  }

  @Test
  void setsTheCreditsAsideForNobodyElse() {
    assertThat(PlaceHold.of(STARTED))
        .isEqualTo(
            new PlaceHold(
                STARTED.holdId(),
                "CONVERSION",
                STARTED.agentId(),
                null,
                "500",
                STARTED.conversionId()));
  }

  @Test
  void keepsTheConvertibleFigureOfARefusal() {
    String figures =
        Contracts.examples("ledger.place-hold.refusal").stream()
            .filter(example -> example.name().contains("conversion"))
            .findFirst()
            .orElseThrow()
            .json();
    Data refused = Data.afterReserve(STARTED, new ScriptedReply("not_convertible", figures));
    assertThat(refused.refusal()).isEqualTo("not_convertible");
    assertThat(refused.convertible()).isEqualTo("19");
  }

  @Test
  void knowsFromWhomTheCreditsAreIfTheLedgerTells() {
    List<Contracts.Example> replies = Contracts.examples("ledger.place-hold.reply");
    assertThat(replies)
        .extracting(
            reply -> Data.afterReserve(STARTED, ScriptedReply.success(reply.json())).payers())
        .containsExactlyInAnyOrder(
            List.of(),
            List.of(
                new EarnedFrom("agt_01939c5e7a4b7c3d8e9f0a1b2c3d4e5f", Credits.parse("480.5"))));
  }

  @Test
  void sendsTheNetToThePinnedDestination() {
    assertThat(SendTransfer.of(STARTED))
        .isEqualTo(new SendTransfer(STARTED.conversionId(), "acct_1PabcDEF", "42.50"));
  }

  @Test
  void aRefusalByStripeIsTheReasonOfTheRelease() {
    Data refused =
        Data.afterTransfer(
            STARTED,
            new ScriptedReply(
                "transfer_refused", Contracts.example("payout.send-transfer.refusal")));
    assertThat(ReleaseHold.of(refused))
        .isEqualTo(new ReleaseHold(STARTED.holdId(), STARTED.agentId(), "transfer_refused"));
  }

  @Test
  void aNoIsTheReasonOfTheRelease() {
    Data denied = Data.afterClearance(STARTED, ScriptedReply.refusal("approval_denied"));
    assertThat(ReleaseHold.of(denied).reason()).isEqualTo("approval_denied");
    assertThat(Data.afterClearance(STARTED, ScriptedReply.success("{}"))).isEqualTo(STARTED);
  }

  @Test
  void whatWasSentIsCapturedWithItsTransfer() {
    assertThat(CaptureConversion.of(SENT))
        .isEqualTo(
            new CaptureConversion(
                STARTED.conversionId(),
                STARTED.holdId(),
                STARTED.agentId(),
                "50.00",
                "7.50",
                1500,
                "42.50",
                "tr_1PabcDEF"));
    Data captured =
        Data.afterCapture(
            SENT, ScriptedReply.success(Contracts.example("ledger.capture-conversion.reply")));
    assertThat(captured.transactionId()).startsWith("txn_");
    assertThat(captured.stripeTransferId()).isEqualTo("tr_1PabcDEF");
  }
}
