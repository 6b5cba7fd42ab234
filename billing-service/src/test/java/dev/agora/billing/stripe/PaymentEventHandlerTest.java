package dev.agora.billing.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of Stripe's events billing looks at. */
class PaymentEventHandlerTest {

  @ParameterizedTest
  @CsvSource({
    "checkout.session.completed, true",
    "checkout.session.expired, true",
    "payment_intent.succeeded, true",
    "payment_intent.payment_failed, true",
    "charge.dispute.closed, true",
    "radar.early_fraud_warning.created, true",
    "refund.failed, true",
    "payment_intent.created, false",
    "charge.succeeded, false",
    "charge.refunded, false",
    "customer.created, false",
    "balance.available, false",
    "payout.paid, false"
  })
  void whatSaysNothingNewIsNotLookedAt(String type, boolean heeded) {
    assertThat(PaymentEventHandler.tellsOfMoney(type)).isEqualTo(heeded);
  }
}
