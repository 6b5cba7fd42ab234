package dev.agora.billing.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.billing.pricing.Price;
import dev.agora.billing.purchase.PaymentObservation.State;
import dev.agora.money.Credits;
import dev.agora.money.Usd;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentRulesTest {

  private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");
  private static final Price TEN_DOLLARS =
      new Price("pkg_10", Usd.ofCents(1000), Credits.of(100), Credits.ZERO, Usd.ofCents(30), 300);
  private static final Payment PAYMENT = new Payment("pi_1", "ch_1", Usd.ofCents(59), Usd.ZERO);
  private static final PaymentError DECLINE =
      new PaymentError("card_declined", "Your card was declined.");

  /** Every status against everything that Stripe may say: only forward, and only once. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # status,            checkout, paid,  declined, verdict
          AWAITING_PAYMENT,    OPEN,     false, false,    Unchanged
          AWAITING_PAYMENT,    OPEN,     false, true,     Declined
          AWAITING_PAYMENT,    OPEN,     true,  false,    Paid
          AWAITING_PAYMENT,    COMPLETE, false, false,    Unchanged
          AWAITING_PAYMENT,    COMPLETE, true,  false,    Paid
          AWAITING_PAYMENT,    COMPLETE, true,  true,     Paid
          AWAITING_PAYMENT,    EXPIRED,  false, false,    Expired
          AWAITING_PAYMENT,    EXPIRED,  false, true,     Expired
          AWAITING_PAYMENT,    OTHER,    false, false,    Unchanged
          EXPIRED,             EXPIRED,  false, false,    Unchanged
          EXPIRED,             OPEN,     false, true,     Unchanged
          EXPIRED,             COMPLETE, true,  false,    Suspect
          PAID,                COMPLETE, true,  false,    Unchanged
          PAID,                OPEN,     false, true,     Unchanged
          PAID,                EXPIRED,  false, false,    Unchanged
          COMPLETED,           COMPLETE, true,  false,    Unchanged
          COMPLETED,           EXPIRED,  false, false,    Unchanged
          FAILED,              COMPLETE, true,  false,    Unchanged
          REFUNDED,            COMPLETE, true,  false,    Unchanged
          PARTIALLY_REFUNDED,  COMPLETE, true,  false,    Unchanged
          DISPUTED,            COMPLETE, true,  false,    Unchanged
          QUARANTINED,         COMPLETE, true,  false,    Unchanged
          """)
  void neverGoesBack(
      PurchaseStatus status, State state, boolean paid, boolean declined, String verdict) {
    Purchase purchase = purchase().changed(status, null, NOW);
    PaymentObservation seen =
        observation(purchase, state, paid, paid ? PAYMENT : null, declined ? DECLINE : null);
    assertThat(PaymentRules.judge(purchase, seen).getClass().getSimpleName()).isEqualTo(verdict);
    assertThat(PaymentRules.mayMove(purchase) || verdict.equals("Unchanged")).isTrue();
  }

  @Test
  void theSameDeclineIsNoNews() {
    Purchase purchase = purchase().changed(PurchaseStatus.AWAITING_PAYMENT, DECLINE, NOW);
    assertThat(
            PaymentRules.judge(purchase, observation(purchase, State.OPEN, false, null, DECLINE)))
        .isEqualTo(new PaymentVerdict.Unchanged());
  }

  @Test
  void aPaymentThatStripeHasNotBookedYetIsAskedForAgain() {
    Purchase purchase = purchase();
    assertThat(
            PaymentRules.judge(purchase, observation(purchase, State.COMPLETE, true, null, null)))
        .isEqualTo(new PaymentVerdict.Incomplete());
  }

  /** A lying Stripe: whatever does not fit goes into quarantine, paid or not. */
  @ParameterizedTest
  @CsvSource({
    "999, usd, false, own, cus_1",
    "1001, usd, false, own, cus_1",
    "1000, eur, false, own, cus_1",
    "1000, usd, true, own, cus_1",
    "1000, usd, false, pur_00000000000000000000000000000000, cus_1",
    "1000, usd, false, , cus_1",
    "1000, usd, false, own, cus_2",
    "1000, usd, false, own, ",
  })
  void whatDoesNotFitIsSuspect(
      long cents,
      String currency,
      boolean live,
      @Nullable String reference,
      @Nullable String customer) {
    Purchase purchase = purchase();
    PaymentObservation lie =
        new PaymentObservation(
            State.COMPLETE,
            true,
            Usd.ofCents(cents),
            Usd.ZERO,
            currency,
            live,
            false,
            "own".equals(reference) ? purchase.id().value() : reference,
            customer,
            PAYMENT,
            null);
    assertThat(PaymentRules.judge(purchase, lie)).isInstanceOf(PaymentVerdict.Suspect.class);
  }

  private static Purchase purchase() {
    return Purchase.quoted(
            PurchaseId.of(new UUID(1, 2)),
            "hum_1",
            "agt_1",
            TEN_DOLLARS,
            PurchaseSource.CHECKOUT,
            NOW,
            NOW.plusSeconds(60))
        .opened(new Checkout("cs_1", "https://pay.example/cs_1", "cus_1"));
  }

  private static PaymentObservation observation(
      Purchase purchase,
      State state,
      boolean paid,
      @Nullable Payment payment,
      @Nullable PaymentError error) {
    return new PaymentObservation(
        state,
        paid,
        Usd.ofCents(1000),
        Usd.ZERO,
        "usd",
        false,
        false,
        purchase.id().value(),
        "cus_1",
        payment,
        error);
  }
}
