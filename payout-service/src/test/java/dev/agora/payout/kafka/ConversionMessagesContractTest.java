package dev.agora.payout.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.messaging.testing.ScriptedReply;
import dev.agora.payout.kafka.AccountsEvents.HumanChanged;
import dev.agora.payout.kafka.AccountsEvents.HumanDeleted;
import dev.agora.payout.kafka.BillingEvents.DisputeChanged;
import dev.agora.payout.kafka.BillingEvents.PurchaseChanged;
import dev.agora.payout.kafka.ConversionCommands.CaptureConversion;
import dev.agora.payout.kafka.ConversionCommands.Captured;
import dev.agora.payout.kafka.ConversionCommands.HoldRefused;
import dev.agora.payout.kafka.ConversionCommands.PlaceHold;
import dev.agora.payout.kafka.ConversionCommands.ReleaseHold;
import dev.agora.payout.kafka.ConversionCommands.SendTransfer;
import dev.agora.payout.kafka.ConversionCommands.TransferRefused;
import dev.agora.payout.kafka.ConversionCommands.TransferSent;
import dev.agora.payout.kafka.OutboxConversionEvents.ConversionChanged;
import dev.agora.payout.kafka.OutboxDestinationEvents.DestinationChanged;
import dev.agora.support.Contracts;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Payout reads what others' examples say, and writes what the schemas say. */
class ConversionMessagesContractTest {

  @ParameterizedTest
  @MethodSource
  void readsEveryExampleOfWhatItHears(String type, Class<?> wireType) {
    for (Contracts.Example example : Contracts.examples(type)) {
      assertThat(ScriptedReply.WIRE.readValue(example.json(), wireType))
          .as(example.name())
          .hasNoNullFieldsOrPropertiesExcept("convertible");
    }
  }

  static Stream<Arguments> readsEveryExampleOfWhatItHears() {
    return Stream.of(
        Arguments.of("accounts.human-changed", HumanChanged.class),
        Arguments.of("accounts.human-deleted", HumanDeleted.class),
        Arguments.of("billing.purchase-changed", PurchaseChanged.class),
        Arguments.of("billing.dispute-changed", DisputeChanged.class),
        Arguments.of("ledger.place-hold.refusal", HoldRefused.class),
        Arguments.of("ledger.capture-conversion.reply", Captured.class),
        Arguments.of("payout.send-transfer", SendTransfer.class),
        Arguments.of("payout.send-transfer.reply", TransferSent.class),
        Arguments.of("payout.send-transfer.refusal", TransferRefused.class));
  }

  @ParameterizedTest
  @MethodSource
  void writesWhatTheSchemaAsksFor(String type, Object message) {
    Contracts.validate(type, ScriptedReply.WIRE.writeValueAsString(message));
  }

  static Stream<Arguments> writesWhatTheSchemaAsksFor() {
    return Stream.of(
        Arguments.of("ledger.place-hold", PlaceHold.of(ConversionSagaTest.STARTED)),
        Arguments.of("ledger.release-hold", ReleaseHold.of(ConversionSagaTest.STARTED)),
        Arguments.of("ledger.capture-conversion", CaptureConversion.of(ConversionSagaTest.SENT)),
        Arguments.of("payout.send-transfer", SendTransfer.of(ConversionSagaTest.STARTED)),
        Arguments.of("payout.send-transfer.reply", new TransferSent("tr_1PabcDEF")),
        Arguments.of(
            "payout.send-transfer.refusal", new TransferRefused("balance_insufficient", "no")),
        Arguments.of(
            "payout.destination-changed",
            new DestinationChanged(
                "hum_01939c5e7a4b7c3d8e9f0a1b2c3d4e01",
                "REPLACED",
                "2026-11-23T09:30:00.123456Z",
                "2026-11-22T09:30:00.123456Z")),
        Arguments.of(
            "payout.conversion-changed",
            new ConversionChanged(
                "cnv_01939c5e7a4b7c3d8e9f0a1b2c3d4e06",
                "agt_01939c5e7a4b7c3d8e9f0a1b2c3d4e60",
                "hum_01939c5e7a4b7c3d8e9f0a1b2c3d4e01",
                "COMPLETED",
                "500",
                "42.50",
                "PENDING",
                "0.00",
                4,
                "2026-11-22T09:30:00.123456Z")));
  }

  @Test
  void itsOwnExamplesFitItsOwnSchemas() {
    Stream.of(
            "payout.conversion-changed",
            "payout.destination-changed",
            "payout.send-transfer",
            "payout.send-transfer.reply",
            "payout.send-transfer.refusal")
        .forEach(type -> Contracts.examples(type).forEach(e -> Contracts.validate(type, e.json())));
  }
}
