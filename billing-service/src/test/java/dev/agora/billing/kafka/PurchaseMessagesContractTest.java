package dev.agora.billing.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.billing.kafka.AccountsEvents.HumanChanged;
import dev.agora.billing.kafka.AccountsEvents.HumanDeleted;
import dev.agora.billing.kafka.DisputeMessages.CloseDispute;
import dev.agora.billing.kafka.DisputeMessages.Closed;
import dev.agora.billing.kafka.DisputeMessages.FreezeDispute;
import dev.agora.billing.kafka.DisputeMessages.Frozen;
import dev.agora.billing.kafka.OutboxPurchaseEvents.PurchaseChanged;
import dev.agora.billing.kafka.PurchaseCommands.BookRefundedCharge;
import dev.agora.billing.kafka.PurchaseCommands.ChargeRefunded;
import dev.agora.billing.kafka.PurchaseCommands.PostPurchase;
import dev.agora.billing.kafka.PurchaseCommands.Posted;
import dev.agora.billing.kafka.PurchaseCommands.RefundCharge;
import dev.agora.billing.kafka.RefundMessages.CaptureRefund;
import dev.agora.billing.kafka.RefundMessages.RefundRefused;
import dev.agora.billing.kafka.RefundMessages.RefundSent;
import dev.agora.billing.kafka.RefundMessages.ReleaseHold;
import dev.agora.billing.kafka.RefundMessages.ReserveRefund;
import dev.agora.billing.kafka.RefundMessages.Reserved;
import dev.agora.billing.kafka.RefundMessages.SendRefund;
import dev.agora.messaging.testing.ScriptedReply;
import dev.agora.support.Contracts;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Billing reads what others' examples say, and writes what the schemas say. */
class PurchaseMessagesContractTest {

  @ParameterizedTest
  @MethodSource
  void readsEveryExampleOfWhatItHears(String type, Class<?> wireType) {
    for (Contracts.Example example : Contracts.examples(type)) {
      assertThat(ScriptedReply.WIRE.readValue(example.json(), wireType))
          .as(example.name())
          .hasNoNullFieldsOrPropertiesExcept("owner", "taxUsd");
    }
  }

  static Stream<Arguments> readsEveryExampleOfWhatItHears() {
    return Stream.of(
        Arguments.of("accounts.human-changed", HumanChanged.class),
        Arguments.of("accounts.human-deleted", HumanDeleted.class),
        Arguments.of("billing.refund-charge", RefundCharge.class),
        Arguments.of("billing.refund-charge.reply", ChargeRefunded.class),
        Arguments.of("ledger.post-purchase.reply", Posted.class),
        Arguments.of("ledger.book-refunded-charge.reply", Posted.class),
        Arguments.of("ledger.transactions-posted", LedgerEvents.TransactionsPosted.class),
        Arguments.of("ledger.cash-moved", LedgerEvents.CashMoved.class),
        Arguments.of("billing.send-refund", SendRefund.class),
        Arguments.of("billing.send-refund.reply", RefundSent.class),
        Arguments.of("ledger.reserve-refund.reply", Reserved.class),
        Arguments.of("ledger.freeze-dispute.reply", Frozen.class),
        Arguments.of("ledger.close-dispute.reply", Closed.class));
  }

  @ParameterizedTest
  @MethodSource
  void writesWhatTheSchemaAsksFor(String type, Object message) {
    Contracts.validate(type, ScriptedReply.WIRE.writeValueAsString(message));
  }

  static Stream<Arguments> writesWhatTheSchemaAsksFor() {
    return Stream.of(
        Arguments.of("ledger.post-purchase", PostPurchase.of(PurchaseSagaTest.PAID)),
        Arguments.of(
            "ledger.book-refunded-charge", BookRefundedCharge.of(PurchaseSagaTest.REFUNDED)),
        Arguments.of("billing.refund-charge", RefundCharge.of(PurchaseSagaTest.REFUNDED)),
        Arguments.of("billing.refund-charge.reply", new ChargeRefunded("re_3PabcDEF")),
        Arguments.of("ledger.reserve-refund", ReserveRefund.of(RefundSagaTest.STARTED)),
        Arguments.of("ledger.release-hold", ReleaseHold.of(RefundSagaTest.RESERVED)),
        Arguments.of("billing.send-refund", SendRefund.of(RefundSagaTest.RESERVED)),
        Arguments.of("billing.send-refund.reply", new RefundSent("re_3PabcDEF")),
        Arguments.of("billing.send-refund.refusal", new RefundRefused("It is charged back.")),
        Arguments.of("ledger.capture-refund", CaptureRefund.of(RefundSagaTest.RESERVED)),
        Arguments.of("ledger.freeze-dispute", FreezeDispute.of(DisputeSagaTest.STARTED)),
        Arguments.of("ledger.close-dispute", CloseDispute.of(DisputeSagaTest.DECIDED)),
        Arguments.of(
            "billing.purchase-changed",
            new PurchaseChanged(
                "pur_01939c5e7a4b7c3d8e9f0a1b2c3d4e02",
                "agt_01939c5e7a4b7c3d8e9f0a1b2c3d4e5f",
                "hum_01939c5e7a4b7c3d8e9f0a1b2c3d4e01",
                "COMPLETED",
                "CHECKOUT",
                "100.00",
                "0.00",
                "1200",
                "200",
                3,
                "2026-11-22T09:30:00.123456Z")));
  }

  @Test
  void itsOwnExamplesFitItsOwnSchemas() {
    Stream.of(
            "billing.purchase-changed",
            "billing.refund-charge",
            "billing.refund-charge.reply",
            "billing.send-refund",
            "billing.send-refund.reply",
            "billing.send-refund.refusal",
            "billing.refund-changed",
            "billing.dispute-changed",
            "billing.payment-method-changed",
            "billing.auto-top-up-changed",
            "billing.fraud-warned",
            "billing.difference-changed")
        .forEach(type -> Contracts.examples(type).forEach(e -> Contracts.validate(type, e.json())));
  }
}
