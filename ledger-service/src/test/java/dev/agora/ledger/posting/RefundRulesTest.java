package dev.agora.ledger.posting;

import static dev.agora.ledger.posting.LedgerFixture.ADA;
import static dev.agora.ledger.posting.LedgerFixture.BOB;
import static dev.agora.ledger.posting.LedgerFixture.CLOSED;
import static dev.agora.ledger.posting.LedgerFixture.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.agora.ledger.account.PlatformAccount;
import dev.agora.money.Credits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefundRulesTest {

  private final LedgerFixture ledger = LedgerFixture.withoutSeasoning();

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # spent before, set aside, used,      refund
          0,              1200,      0,         100.00
          300,            900,       300,       70.00
          999.9,          200.1,     999.9,     0.01
          0.000001,       1199.9,    0.000001,  99.99
          0.1,            1199.9,    0.1,       99.99
          """)
  void theRestIsSetAsideAndThePriceLessWhatIsUsedCanGoBack(
      String spent, String credits, String used, String refund) {
    ledger.buy(1, ADA, "100.00", "200");
    if (!spent.equals("0")) {
      ledger.holdForOrder(9, ADA, BOB, spent);
    }

    Outcome.Accepted reserved = (Outcome.Accepted) ledger.reserveRefund(1, ADA, "100.00");

    assertThat(reserved.transaction().amount()).isEqualTo(Credits.parse(credits));
    assertThat(reserved.transaction().note().details())
        .containsEntry("usedCredits", used)
        .containsEntry("refundUsd", refund);
    assertThat(ledger.state().hold(LedgerFixture.hold(1)).orElseThrow().lots().total())
        .isEqualTo(Credits.parse(credits));
  }

  @Test
  void otherPurchasesStayWhereTheyAre() {
    ledger.buy(1, ADA, "10.00", "0");
    ledger.buy(2, ADA, "50.00", "50");
    ledger.pay(ADA, BOB, "60");

    ledger.reserveRefund(2, ADA, "50.00");

    assertThat(ledger.buckets(ADA)).isEqualTo("0 90 0");
    assertThat(ledger.wallet(ADA).held()).isEqualTo(Credits.of(500));
  }

  @Test
  void aFullRefundIsTheMirrorOfThePurchase() {
    ledger.buy(1, ADA, "100.00", "200");
    ledger.reserveRefund(1, ADA, "100.00");
    ledger.captureRefund(1, ADA, "100.00", "100.00");

    assertThat(ledger.buckets(ADA)).isEqualTo("0 0 0");
    for (PlatformAccount account : PlatformAccount.values()) {
      assertThat(ledger.state().platform(account).units()).as(account.path()).isZero();
    }
  }

  @Test
  void aPartialRefundGivesItsPartOfTheFeeBack() {
    ledger.buy(1, ADA, "100.00", "200");
    ledger.pay(ADA, BOB, "300");
    ledger.reserveRefund(1, ADA, "100.00");
    ledger.captureRefund(1, ADA, "100.00", "70.00");

    assertThat(ledger.usd(PlatformAccount.STRIPE_CLEARING)).isEqualTo("30.00");
    assertThat(ledger.usd(PlatformAccount.CREDIT_LIABILITY)).isEqualTo("-30.00");
    assertThat(ledger.usd(PlatformAccount.REVENUE_PURCHASE_FEE)).isEqualTo("-0.90");
    assertThat(ledger.usd(PlatformAccount.PROMOTIONS)).isEqualTo("0.90");
    assertThat(ledger.credits(PlatformAccount.ISSUANCE)).isEqualTo("-300");
  }

  @Test
  void aReservedRefundThatIsUndoneCanBeReservedAgain() {
    ledger.buy(1, ADA, "10.00", "0");
    Lots before = ledger.wallet(ADA).lots();
    ledger.reserveRefund(1, ADA, "10.00");

    ledger.release(1, ADA);

    assertThat(ledger.wallet(ADA).lots()).isEqualTo(before);
    ledger.post(ledger.reservation(2, 1, ADA, "10.00"));
    assertThat(ledger.wallet(ADA).held()).isEqualTo(Credits.of(100));
  }

  @Test
  void refusalsComeInTheOrderOfTheirPrecedence() {
    ledger.buy(1, ADA, "10.00", "0");
    ledger.buy(2, ADA, "10.00", "0");
    ledger.pay(ADA, BOB, "100");
    ledger.reserveRefund(2, ADA, "10.00");
    ledger.captureRefund(2, ADA, "10.00", "10.00");

    assertThat(ledger.reserveRefund(1, UNKNOWN, "10.00")).isEqualTo(no(Rejection.AGENT_UNKNOWN));
    assertThat(ledger.reserveRefund(1, CLOSED, "10.00")).isEqualTo(no(Rejection.AGENT_CLOSED));
    assertThat(ledger.reserveRefund(1, BOB, "10.00")).isEqualTo(no(Rejection.PURCHASE_UNKNOWN));
    assertThat(ledger.reserveRefund(1, ADA, "10.00"))
        .isEqualTo(
            new Outcome.Rejected(Rejection.NOTHING_TO_REFUND, new Grounds.UsedUp(Credits.of(100))));
    assertThat(ledger.reserveRefund(2, ADA, "10.00"))
        .as("refunded before")
        .isInstanceOfSatisfying(
            Outcome.Rejected.class,
            refused -> assertThat(refused.reason()).isEqualTo(Rejection.NOTHING_TO_REFUND));
  }

  @Test
  void aDisputedPurchaseIsNotRefunded() {
    ledger.buy(1, ADA, "10.00", "0");
    ledger.freeze(1, ADA);
    ledger.win(1, ADA, "10.00");

    assertThat(ledger.reserveRefund(1, ADA, "10.00"))
        .isInstanceOfSatisfying(
            Outcome.Rejected.class,
            refused -> assertThat(refused.reason()).isEqualTo(Rejection.NOTHING_TO_REFUND));
  }

  @Test
  void onlyTheHoldOfTheRefundIsCapturedAndOnce() {
    ledger.buy(1, ADA, "10.00", "0");
    assertThat(ledger.captureRefund(1, ADA, "10.00", "10.00"))
        .isEqualTo(no(Rejection.HOLD_UNKNOWN));
    ledger.reserveRefund(1, ADA, "10.00");
    assertThat(ledger.settle(1, ADA, BOB, "10")).isEqualTo(no(Rejection.HOLD_UNKNOWN));
    ledger.captureRefund(1, ADA, "10.00", "10.00");

    assertThat(ledger.captureRefund(1, ADA, "10.00", "10.00")).isEqualTo(no(Rejection.HOLD_ENDED));
  }

  @Test
  void moreDollarsThanTheCreditsAreWorthIsABug() {
    ledger.buy(1, ADA, "100.00", "0");
    ledger.pay(ADA, BOB, "500");
    ledger.reserveRefund(1, ADA, "100.00");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ledger.captureRefund(1, ADA, "100.00", "50.01"));
  }

  private static Outcome no(Rejection reason) {
    return new Outcome.Rejected(reason, null);
  }
}
