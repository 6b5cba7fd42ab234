package dev.agora.ledger.posting;

import static dev.agora.ledger.posting.LedgerFixture.ADA;
import static dev.agora.ledger.posting.LedgerFixture.BOB;
import static dev.agora.ledger.posting.LedgerFixture.CLOSED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.ledger.account.PlatformAccount;
import dev.agora.money.Credits;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderRefundRulesTest {

  private final LedgerFixture ledger = LedgerFixture.withoutSeasoning();

  @Test
  void aFullRefundIsTheMirrorOfTheSettlement() {
    ledger.buy(1, ADA, "10.00", "5");
    Lots before = ledger.wallet(ADA).lots();
    ledger.holdForOrder(1, ADA, BOB, "90");
    ledger.settle(1, ADA, BOB, "90");

    assertThat(figures(ledger.giveBack(1, BOB, ADA, "90"))).isEqualTo("90 85.5 4.5");

    assertThat(ledger.wallet(ADA).lots()).isEqualTo(before);
    assertThat(ledger.buckets(BOB)).isEqualTo("0 0 0");
    assertThat(ledger.credits(PlatformAccount.FEES_MARKETPLACE)).isEqualTo("0");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # settled, first, second, figures of both
          100,       40,    60,     40 38 2,                  60 57 3
          100,       0.01,  99.99,  0.01 0.0095 0.0005,       99.99 94.9905 4.9995
          0.00003,   0.00001, 0.00002, 0.00001 0.000009 0.000001, 0.00002 0.000019 0.000001
          0.000025,  0.000005, 0.00002, 0.000005 0.000004 0.000001, 0.00002 0.000019 0.000001
          """)
  void theFeeComesBackInProportionAndAllOfItInTheEnd(
      String settled, String first, String second, String one, String two) {
    ledger.buy(1, ADA, "10.00", "0");
    ledger.holdForOrder(1, ADA, BOB, "100");
    ledger.settle(1, ADA, BOB, settled);

    assertThat(figures(ledger.giveBack(1, BOB, ADA, first))).isEqualTo(one);
    assertThat(figures(ledger.giveBack(1, BOB, ADA, second))).isEqualTo(two);

    assertThat(ledger.credits(PlatformAccount.FEES_MARKETPLACE)).isEqualTo("0");
    assertThat(ledger.buckets(ADA)).isEqualTo("0 100 0");
    assertThat(ledger.buckets(BOB)).isEqualTo("0 0 0");
  }

  @Test
  void whatWasSpentLastComesBackFirst() {
    ledger.buy(1, ADA, "5.00", "20");
    ledger.holdForOrder(1, ADA, BOB, "70");
    ledger.settle(1, ADA, BOB, "70");

    ledger.giveBack(1, BOB, ADA, "60");

    assertThat(ledger.buckets(ADA)).isEqualTo("10 50 0");
  }

  @Test
  void theFeeDoesNotComeBackWithBoughtCredits() {
    ledger.buy(1, ADA, "10.00", "0");
    ledger.holdForOrder(1, ADA, BOB, "100");
    ledger.settle(1, ADA, BOB, "100");
    ledger.holdForConversion(2, BOB, "76");
    ledger.buy(2, BOB, "10.00", "0");

    // 19 earned are a fifth of the 95 that were earned: a fifth of the fee comes back.
    assertThat(figures(ledger.giveBack(1, BOB, ADA, "100"))).isEqualTo("100 99 1");

    assertThat(ledger.buckets(BOB)).isEqualTo("0 20 0");
    assertThat(ledger.buckets(ADA)).isEqualTo("0 100 0");
  }

  @Test
  void aBuyerThatOwesRepaysFirst() {
    ledger.buy(1, ADA, "10.00", "0");
    ledger.holdForOrder(1, ADA, BOB, "100");
    ledger.settle(1, ADA, BOB, "100");
    ledger.lose(1, ADA, "10.00", "0.00");

    ledger.giveBack(1, BOB, ADA, "100");

    assertThat(ledger.wallet(ADA).debt()).isEqualTo(Credits.ZERO);
    assertThat(ledger.buckets(ADA)).isEqualTo("0 0 0");
  }

  @Test
  void refusalsCarryTheSellersFigures() {
    ledger.buy(1, ADA, "10.00", "0");
    ledger.holdForOrder(1, ADA, BOB, "100");
    ledger.settle(1, ADA, BOB, "100");
    ledger.pay(BOB, ADA, "65");

    assertThat(ledger.giveBack(1, BOB, ADA, "40"))
        .isEqualTo(
            new Outcome.Rejected(
                Rejection.INSUFFICIENT_CREDITS,
                new Shortfall(Credits.of(30), Credits.parse("8.421053"), Credits.of(30))));
    assertThat(ledger.giveBack(1, BOB, ADA, "30")).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void noMoreThanWasCapturedAndOnlyOfThatOrder() {
    ledger.buy(1, ADA, "10.00", "0");
    ledger.holdForOrder(1, ADA, BOB, "100");
    assertThat(ledger.giveBack(1, BOB, ADA, "1")).isEqualTo(no(Rejection.HOLD_ENDED));
    ledger.settle(1, ADA, BOB, "60");
    ledger.giveBack(1, BOB, ADA, "20");

    assertThat(ledger.giveBack(1, BOB, ADA, "40.000001")).isEqualTo(no(Rejection.HOLD_ENDED));
    assertThat(ledger.giveBack(1, ADA, BOB, "1")).isEqualTo(no(Rejection.HOLD_UNKNOWN));
    assertThat(ledger.giveBack(1, BOB, CLOSED, "1")).isEqualTo(no(Rejection.HOLD_UNKNOWN));
    assertThat(ledger.giveBack(2, BOB, ADA, "1")).isEqualTo(no(Rejection.HOLD_UNKNOWN));
  }

  /** To the buyer, from the seller, fee returned. */
  private static String figures(Outcome outcome) {
    Transaction transaction = ((Outcome.Accepted) outcome).transaction();
    Map<String, String> details = transaction.note().details();
    return "%s %s %s"
        .formatted(transaction.amount(), details.get("fromSeller"), details.get("feeReturned"));
  }

  private static Outcome no(Rejection reason) {
    return new Outcome.Rejected(reason, null);
  }
}
