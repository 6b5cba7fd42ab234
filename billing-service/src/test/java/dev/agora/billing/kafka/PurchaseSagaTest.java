package dev.agora.billing.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.billing.kafka.PurchaseCommands.BookRefundedCharge;
import dev.agora.billing.kafka.PurchaseCommands.PostPurchase;
import dev.agora.billing.kafka.PurchaseCommands.RefundCharge;
import dev.agora.billing.kafka.PurchaseSaga.Data;
import dev.agora.messaging.testing.ScriptedReply;
import dev.agora.support.Contracts;
import org.junit.jupiter.api.Test;

class PurchaseSagaTest {

  static final Data STARTED =
      new Data(
          "pur_01939c5e7a4b7c3d8e9f0a1b2c3d4e02",
          "agt_01939c5e7a4b7c3d8e9f0a1b2c3d4e5f",
          "100.00",
          "3.00",
          300,
          "1000",
          "200",
          null,
          null,
          null,
          null,
          null,
          null);

  private static final ScriptedReply PAYMENT =
      ScriptedReply.success(
          """
          {"paymentIntentId": "pi_3PabcDEF", "stripeFeeUsd": "3.20", "taxUsd": "8.25"}
          """);

  static final Data PAID = Data.afterPayment(STARTED, PAYMENT);

  static final Data REFUNDED =
      Data.afterRefund(
          Data.afterPost(PAID, ScriptedReply.refusal("agent_closed")),
          ScriptedReply.success("{\"refundId\": \"re_3PabcDEF\"}"));

  @Test
  void theDefinitionChecksItself() {
    assertThat(PurchaseSaga.DEFINITION.name()).isEqualTo("purchase");
    assertThat(PurchaseSaga.DEFINITION.version()).isEqualTo(1);
  }

  @Test
  void aPaymentIsPostedWithThePinnedTermsAndStripesFee() {
    assertThat(PostPurchase.of(PAID))
        .isEqualTo(
            new PostPurchase(
                PAID.purchaseId(),
                PAID.agentId(),
                "100.00",
                "3.00",
                300,
                "1000",
                "200",
                "pi_3PabcDEF",
                "3.20",
                "8.25"));
  }

  @Test
  void whatTheLedgerPostedIsKept() {
    Data posted =
        Data.afterPost(
            PAID, ScriptedReply.success(Contracts.example("ledger.post-purchase.reply")));
    assertThat(posted.transactionId()).startsWith("txn_");
    assertThat(posted.refundId()).isNull();
  }

  @Test
  void aRefusalOfTheLedgerIsTheReasonOfTheRefund() {
    Data refused = Data.afterPost(PAID, ScriptedReply.refusal("agent_closed"));
    assertThat(RefundCharge.of(refused))
        .isEqualTo(new RefundCharge(PAID.purchaseId(), "pi_3PabcDEF", "agent_closed"));
  }

  @Test
  void aRefundIsBookedWithThePriceAndTheFeeThatStripeKeeps() {
    assertThat(BookRefundedCharge.of(REFUNDED))
        .isEqualTo(
            new BookRefundedCharge(
                PAID.purchaseId(), "100.00", "pi_3PabcDEF", "re_3PabcDEF", "3.20"));
  }

  @Test
  void anAbandonedPaymentLeavesOnlyItsReason() {
    Data abandoned = Data.afterPayment(STARTED, ScriptedReply.refusal("expired"));
    assertThat(abandoned.refusal()).isEqualTo("expired");
    assertThat(abandoned.paymentIntentId()).isNull();
  }
}
