package dev.agora.payout.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.messaging.testing.ScriptedReply;
import dev.agora.payout.kafka.OutboxReturnEvents.ReturnedTransferChanged;
import dev.agora.payout.kafka.ReturnCommands.BookReturnedTransfer;
import dev.agora.payout.kafka.ReturnCommands.Decided;
import dev.agora.payout.kafka.ReturnCommands.SettleReturnedTransfer;
import dev.agora.payout.kafka.ReturnSaga.Data;
import dev.agora.support.Contracts;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReturnSagaTest {

  private static final String AGENT = "agt_01939c5e7a4b7c3d8e9f0a1b2c3d4e60";
  private static final Data FOUND =
      new Data(
          "rtn_01939c5e7a4b7c3d8e9f0a1b2c3d4e07",
          "cnv_01939c5e7a4b7c3d8e9f0a1b2c3d4e06",
          AGENT,
          "trr_1PabcDEF",
          "8.50",
          null);

  @Test
  void theDefinitionChecksItself() {
    assertThat(ReturnSaga.DEFINITION.name()).isEqualTo("returned-transfer");
    assertThat(ReturnSaga.DEFINITION.version()).isEqualTo(1);
  }

  @Test
  void theLedgerIsToldWhatWasDecided() {
    String other = "agt_01939c5e7a4b7c3d8e9f0a1b2c3d4e61";
    Decided decided = Decided.credits(other, "10.00", "1.50");
    assertThat(SettleReturnedTransfer.of(after(decided)))
        .isEqualTo(
            new SettleReturnedTransfer(
                FOUND.returnId(), FOUND.conversionId(), other, "CREDITS", "10.00", "1.50", "8.50"));
    assertThat(SettleReturnedTransfer.of(after(Decided.kept(AGENT))).outcome()).isEqualTo("KEPT");
  }

  @ParameterizedTest
  @MethodSource
  void writesWhatTheSchemaAsksFor(String type, Object message) {
    Contracts.validate(type, ScriptedReply.WIRE.writeValueAsString(message));
    Contracts.examples(type).forEach(example -> Contracts.validate(type, example.json()));
  }

  static Stream<Arguments> writesWhatTheSchemaAsksFor() {
    String settle = "ledger.settle-returned-transfer";
    Decided credits = Decided.credits(AGENT, "10.00", "1.50");
    return Stream.of(
        Arguments.of("ledger.book-returned-transfer", BookReturnedTransfer.of(FOUND)),
        Arguments.of(settle, SettleReturnedTransfer.of(after(credits))),
        Arguments.of(settle, SettleReturnedTransfer.of(after(Decided.kept(AGENT)))),
        Arguments.of("payout.returned-transfer-changed", event(null)),
        Arguments.of("payout.returned-transfer-changed", event("PAY_AGAIN")));
  }

  private static ReturnedTransferChanged event(@Nullable String outcome) {
    return new ReturnedTransferChanged(
        FOUND.returnId(),
        FOUND.conversionId(),
        AGENT,
        "hum_01939c5e7a4b7c3d8e9f0a1b2c3d4e01",
        "8.50",
        "OWED",
        outcome,
        2,
        "2026-11-22T09:30:00.123456Z");
  }

  private static Data after(Decided decided) {
    return Data.afterDecision(
        FOUND, ScriptedReply.success(ScriptedReply.WIRE.writeValueAsString(decided)));
  }
}
