package dev.agora.ledger.posting;

import static dev.agora.ledger.posting.LedgerFixture.ADA;
import static dev.agora.ledger.posting.LedgerFixture.ADAS_OTHER;
import static dev.agora.ledger.posting.LedgerFixture.BOB;
import static dev.agora.ledger.posting.LedgerFixture.CLOSED;
import static dev.agora.ledger.posting.LedgerFixture.FROZEN;
import static dev.agora.ledger.posting.LedgerFixture.NOBODYS;
import static dev.agora.ledger.posting.LedgerFixture.UNKNOWN;
import static dev.agora.ledger.posting.LedgerFixture.hold;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.PlatformAccount;
import dev.agora.money.Credits;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HoldRulesTest {

  private final LedgerFixture ledger = LedgerFixture.withoutSeasoning();

  @Test
  void heldCreditsAreTheirPayersButNotSpendable() {
    ledger.buy(ADA, "100.00", "200");
    ledger.holdForOrder(1, ADA, BOB, "300");

    assertThat(ledger.buckets(ADA)).isEqualTo("0 900 0");
    assertThat(ledger.wallet(ADA).held()).isEqualTo(Credits.of(300));
    assertThat(ledger.pay(ADA, BOB, "901")).isInstanceOf(Outcome.Rejected.class);
  }

  @Test
  void aReleaseGoesBackExactlyWhereItCameFrom() {
    ledger.buy(ADA, "10.00", "5");
    ledger.buy(ADA, "10.00", "5");
    Lots before = ledger.wallet(ADA).lots();

    ledger.holdForOrder(1, ADA, BOB, "150");
    ledger.release(1, ADA);

    assertThat(ledger.wallet(ADA).lots()).isEqualTo(before);
    assertThat(ledger.wallet(ADA).held()).isEqualTo(Credits.ZERO);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # seller's part, buyer after,   seller after, fee
          100,             0 900 0,       0 0 95,       5
          60,              0 940 0,       0 0 57,       3
          0.000001,        0 999.999999 0, 0 0 0,       0.000001
          0,               0 1000 0,      0 0 0,        0
          """)
  void asettlementPaysTheSellerLessTheFeeAndReleasesTheRest(
      String part, String buyer, String seller, String fee) {
    ledger.buy(ADA, "100.00", "0");
    ledger.holdForOrder(1, ADA, BOB, "100");

    assertThat(ledger.settle(1, ADA, BOB, part)).isInstanceOf(Outcome.Accepted.class);

    assertThat(ledger.buckets(ADA)).isEqualTo(buyer);
    assertThat(ledger.buckets(BOB)).isEqualTo(seller);
    assertThat(ledger.credits(PlatformAccount.FEES_MARKETPLACE)).isEqualTo(fee);
    assertThat(ledger.wallet(ADA).held()).isEqualTo(Credits.ZERO);
  }

  @Test
  void partsPayTheSellerAtOnceAndTogetherOweOneFee() {
    ledger.buy(ADA, "100.00", "0");
    ledger.holdForOrder(1, ADA, BOB, "1");

    // Alone, each would owe 0.000001 for 0.000003: three times the rate and more.
    for (int call = 1; call <= 20; call++) {
      ledger.captureOfOrder(1, ADA, BOB, "0.000003");
    }

    assertThat(ledger.credits(PlatformAccount.FEES_MARKETPLACE)).isEqualTo("0.000003");
    assertThat(ledger.buckets(BOB)).isEqualTo("0 0 0.000057");
    assertThat(ledger.wallet(ADA).held()).isEqualTo(Credits.parse("0.99994"));
    ledger.settle(1, ADA, BOB, "0.0001");
    assertThat(ledger.credits(PlatformAccount.FEES_MARKETPLACE)).isEqualTo("0.000005");
    assertThat(ledger.buckets(BOB)).isEqualTo("0 0 0.000095");
    assertThat(ledger.buckets(ADA)).isEqualTo("0 999.9999 0");
    assertThat(ledger.wallet(ADA).held()).isEqualTo(Credits.ZERO);
  }

  @Test
  void aPartIsNeitherAllOfAHoldNorSoSmallThatNothingArrivesNorOfAnEndedOne() {
    ledger.buy(ADA, "10.00", "0");
    ledger.holdForOrder(1, ADA, BOB, "50");

    assertThat(ledger.captureOfOrder(1, ADA, BOB, "50"))
        .isEqualTo(new Outcome.Rejected(Rejection.MORE_THAN_HELD, null));
    assertThat(ledger.captureOfOrder(1, ADA, BOB, "0.000001"))
        .isEqualTo(new Outcome.Rejected(Rejection.NET_IS_ZERO, null));
    assertThat(ledger.captureOfOrder(1, BOB, ADA, "1"))
        .isEqualTo(new Outcome.Rejected(Rejection.HOLD_UNKNOWN, null));
    assertThat(ledger.captureOfOrder(1, ADA, BOB, "49")).isInstanceOf(Outcome.Accepted.class);
    assertThat(ledger.settle(1, ADA, BOB, "48.9"))
        .isEqualTo(new Outcome.Rejected(Rejection.HOLD_ENDED, null));
    ledger.settle(1, ADA, BOB, "49");
    assertThat(ledger.buckets(BOB)).isEqualTo("0 0 46.55");
    assertThat(ledger.buckets(ADA)).isEqualTo("0 51 0");
    assertThat(ledger.captureOfOrder(1, ADA, BOB, "1"))
        .isEqualTo(new Outcome.Rejected(Rejection.HOLD_ENDED, null));
  }

  @Test
  void aHoldEndsOnce() {
    ledger.buy(ADA, "10.00", "0");
    ledger.holdForOrder(1, ADA, BOB, "100");
    ledger.settle(1, ADA, BOB, "100");
    LedgerState before = ledger.state().copy();

    assertThat(ledger.release(1, ADA)).isEqualTo(new Outcome.Rejected(Rejection.HOLD_ENDED, null));
    assertThat(ledger.settle(1, ADA, BOB, "100"))
        .isEqualTo(new Outcome.Rejected(Rejection.HOLD_ENDED, null));
    assertThat(ledger.state()).isEqualTo(before);
  }

  @Test
  void aRejectedHoldCanNotBeSettled() {
    ledger.buy(ADA, "10.00", "0");

    assertThat(ledger.holdForOrder(1, ADA, BOB, "101")).isInstanceOf(Outcome.Rejected.class);
    assertThat(ledger.settle(1, ADA, BOB, "100"))
        .isEqualTo(new Outcome.Rejected(Rejection.HOLD_UNKNOWN, null));
  }

  @Test
  void noMoreThanTheHoldIsSettled() {
    ledger.buy(ADA, "10.00", "0");
    ledger.holdForOrder(1, ADA, BOB, "50");

    assertThat(ledger.settle(1, ADA, BOB, "51"))
        .isEqualTo(new Outcome.Rejected(Rejection.HOLD_ENDED, null));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void anOrdersHoldIsRefusedForTheFirstReasonThatApplies(
      AgentId payer, AgentId payee, Rejection reason) {
    assertThat(ledger.holdForOrder(1, payer, payee, "1"))
        .isInstanceOfSatisfying(
            Outcome.Rejected.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    assertThat(ledger.state().hold(hold(1))).isEmpty();
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of(UNKNOWN, UNKNOWN, Rejection.AGENT_UNKNOWN),
        Arguments.of(ADA, UNKNOWN, Rejection.PAYEE_UNKNOWN),
        Arguments.of(ADA, ADA, Rejection.SAME_AGENT),
        Arguments.of(ADA, CLOSED, Rejection.AGENT_CLOSED),
        Arguments.of(FROZEN, BOB, Rejection.AGENT_FROZEN),
        Arguments.of(ADA, NOBODYS, Rejection.UNCLAIMED_AGENT),
        Arguments.of(NOBODYS, ADA, Rejection.UNCLAIMED_AGENT),
        Arguments.of(ADA, ADAS_OTHER, Rejection.SAME_OWNER),
        Arguments.of(ADA, BOB, Rejection.INSUFFICIENT_CREDITS));
  }

  @Test
  void onlyEarnedCreditsConvert() {
    ledger.buy(ADA, "100.00", "200");
    ledger.pay(ADA, BOB, "200");
    ledger.buy(BOB, "100.00", "0");

    assertThat(ledger.holdForConversion(1, BOB, "190.1"))
        .isEqualTo(
            new Outcome.Rejected(
                Rejection.NOT_CONVERTIBLE,
                new Shortfall(Credits.of(1190), Credits.parse("0.1"), Credits.of(190))));
    assertThat(ledger.holdForConversion(2, BOB, "190")).isInstanceOf(Outcome.Accepted.class);
    assertThat(ledger.buckets(BOB)).isEqualTo("0 1000 0");
  }

  @Test
  void whatHasNotRestedDoesNotConvert() {
    LedgerFixture seasoning = new LedgerFixture(Duration.ofDays(7));
    seasoning.buy(ADA, "100.00", "0");
    seasoning.pay(ADA, BOB, "200");

    assertThat(seasoning.holdForConversion(1, BOB, "100"))
        .isInstanceOfSatisfying(
            Outcome.Rejected.class,
            refused -> assertThat(refused.reason()).isEqualTo(Rejection.NOT_CONVERTIBLE));
  }

  @Test
  void aConversionRedeemsCreditsForDollars() {
    ledger.buy(ADA, "100.00", "200");
    ledger.pay(ADA, BOB, "1000");
    ledger.holdForConversion(1, BOB, "500");
    ledger.capture(1, BOB, "50.00");

    assertThat(ledger.buckets(BOB)).isEqualTo("0 0 450");
    assertThat(ledger.credits(PlatformAccount.REDEMPTION)).isEqualTo("500");
    assertThat(ledger.usd(PlatformAccount.CREDIT_LIABILITY)).isEqualTo("-70.00");
    assertThat(ledger.usd(PlatformAccount.PAYOUTS_CLEARING)).isEqualTo("0.00");
    assertThat(ledger.usd(PlatformAccount.STRIPE_CLEARING)).isEqualTo("57.50");
    assertThat(ledger.usd(PlatformAccount.REVENUE_CONVERSION_FEE)).isEqualTo("-7.50");
  }

  @Test
  void aConversionOfAnotherSumThanTheHoldsIsABug() {
    ledger.buy(ADA, "100.00", "0");
    ledger.pay(ADA, BOB, "1000");
    ledger.holdForConversion(1, BOB, "500");

    assertThatIllegalArgumentException().isThrownBy(() -> ledger.capture(1, BOB, "500.00"));
  }
}
