package dev.agora.ledger.posting;

import static dev.agora.ledger.posting.LedgerFixture.ADA;
import static dev.agora.ledger.posting.LedgerFixture.ADAS_OTHER;
import static dev.agora.ledger.posting.LedgerFixture.BOB;
import static dev.agora.ledger.posting.LedgerFixture.CLOSED;
import static dev.agora.ledger.posting.LedgerFixture.FIVE_PERCENT;
import static dev.agora.ledger.posting.LedgerFixture.FROZEN;
import static dev.agora.ledger.posting.LedgerFixture.NOBODYS;
import static dev.agora.ledger.posting.LedgerFixture.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.PlatformAccount;
import dev.agora.money.Credits;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TransferRulesTest {

  private final LedgerFixture ledger = LedgerFixture.withoutSeasoning();

  @Test
  void theFeeGoesOutOfTheAmount() {
    ledger.buy(ADA, "10.00", "0");
    ledger.pay(ADA, BOB, "20");

    assertThat(ledger.buckets(ADA)).isEqualTo("0 80 0");
    assertThat(ledger.buckets(BOB)).isEqualTo("0 0 19");
    assertThat(ledger.credits(PlatformAccount.FEES_TRANSFER)).isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # amount,  payer after,   payee after
          50,         150 1000 0,    0 0 47.5
          200,        0 1000 0,      0 0 190
          1000,       0 200 0,       0 0 950
          1200,       0 0 0,         0 0 1140
          0.000002,   199.999998 1000 0, 0 0 0.000001
          0.000021,   199.999979 1000 0, 0 0 0.000019
          """)
  void bonusIsSpentBeforeWhatWasBought(String amount, String payerAfter, String payeeAfter) {
    ledger.buy(ADA, "100.00", "200");
    ledger.pay(ADA, BOB, amount);

    assertThat(ledger.buckets(ADA)).isEqualTo(payerAfter);
    assertThat(ledger.buckets(BOB)).isEqualTo(payeeAfter);
  }

  @Test
  void whatWasEarnedIsSpentLast() {
    ledger.buy(ADA, "10.00", "0");
    ledger.buy(BOB, "10.00", "0");
    ledger.pay(ADA, BOB, "100");
    ledger.pay(BOB, ADA, "150");

    assertThat(ledger.buckets(BOB)).isEqualTo("0 0 45");
  }

  @Test
  void theOldestPurchaseIsSpentFirst() {
    ledger.buy(ADA, "10.00", "0");
    ledger.buy(ADA, "10.00", "0");
    ledger.pay(ADA, BOB, "130");

    assertThat(ledger.wallet(ADA).lots().pieces())
        .extracting(piece -> piece.lot().number() + ": " + piece.amount())
        .containsExactly("2: 70");
  }

  @Test
  void whatSeasonsLastIsSpentBeforeWhatHasSeasoned() {
    LedgerFixture seasoning = new LedgerFixture(Duration.ofDays(7));
    seasoning.buy(ADA, "10.00", "0");
    seasoning.pay(ADA, BOB, "100");

    assertThat(seasoning.wallet(BOB).lots().convertibleAt(LedgerFixture.START))
        .isEqualTo(Credits.ZERO);
    assertThat(
            seasoning
                .wallet(BOB)
                .lots()
                .convertibleAt(LedgerFixture.START.plus(Duration.ofDays(7).plusHours(1))))
        .isEqualTo(Credits.of(95));
  }

  @ParameterizedTest
  @MethodSource("paymentsThatKeepBuckets")
  void betweenAgentsOfOneOwnerOrWithAnUnclaimedOneBucketsStay(AgentId to) {
    ledger.buy(ADA, "100.00", "200");
    ledger.pay(ADA, to, "300");

    assertThat(ledger.buckets(ADA)).isEqualTo("0 900 0");
    assertThat(ledger.buckets(to)).isEqualTo("185 100 0");
  }

  static Stream<AgentId> paymentsThatKeepBuckets() {
    return Stream.of(ADAS_OTHER, NOBODYS);
  }

  @Test
  void moneyInACircleOverAnUnclaimedAgentCreatesNothingConvertible() {
    ledger.buy(ADA, "10.00", "0");
    ledger.pay(ADA, NOBODYS, "100");
    ledger.pay(NOBODYS, ADAS_OTHER, "95");
    ledger.pay(ADAS_OTHER, ADA, "90.25");

    assertThat(ledger.wallet(ADA).lots().convertibleAt(ledger.state().at()))
        .isEqualTo(Credits.ZERO);
  }

  @Test
  void debtIsRepaidBeforeIncomeIsSpendable() {
    Map<AgentId, Wallet> wallets = LedgerFixture.wallets();
    LedgerFixture.add(wallets, BOB, LedgerFixture.owner(2), AgentStatus.ACTIVE, "-30");
    LedgerFixture indebted = new LedgerFixture(Duration.ZERO, wallets);
    indebted.buy(ADA, "10.00", "0");

    indebted.pay(ADA, BOB, "20");
    assertThat(indebted.buckets(BOB)).isEqualTo("0 0 0");
    assertThat(indebted.wallet(BOB).debt()).isEqualTo(Credits.of(-11));

    indebted.pay(ADA, BOB, "20");
    assertThat(indebted.buckets(BOB)).isEqualTo("0 0 8");
    assertThat(indebted.wallet(BOB).debt()).isEqualTo(Credits.ZERO);
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void aPaymentIsRefusedForTheFirstReasonThatApplies(
      AgentId from, AgentId to, String amount, Rejection reason) {
    ledger.buy(ADA, "10.00", "0");
    LedgerState before = ledger.state().copy();

    Outcome outcome = ledger.pay(from, to, amount);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Rejected.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    assertThat(ledger.state()).isEqualTo(before);
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of(UNKNOWN, UNKNOWN, "1", Rejection.AGENT_UNKNOWN),
        Arguments.of(ADA, UNKNOWN, "1000", Rejection.PAYEE_UNKNOWN),
        Arguments.of(ADA, ADA, "1000", Rejection.SAME_AGENT),
        Arguments.of(CLOSED, BOB, "1", Rejection.AGENT_CLOSED),
        Arguments.of(FROZEN, CLOSED, "1", Rejection.AGENT_CLOSED),
        Arguments.of(FROZEN, BOB, "1", Rejection.AGENT_FROZEN),
        Arguments.of(BOB, ADA, "0.000001", Rejection.NET_IS_ZERO),
        Arguments.of(ADA, BOB, "100.000001", Rejection.INSUFFICIENT_CREDITS));
  }

  @Test
  void aRefusalForWantOfCreditsSaysWhatIsMissing() {
    ledger.buy(ADA, "10.00", "0");

    assertThat(ledger.pay(ADA, BOB, "120.5"))
        .isEqualTo(
            new Outcome.Rejected(
                Rejection.INSUFFICIENT_CREDITS,
                new Shortfall(Credits.of(100), Credits.parse("20.5"), Credits.ZERO)));
  }

  @Test
  void aReferenceIsGivenToAPayeeOnce() {
    ledger.buy(ADA, "10.00", "0");

    assertThat(ledger.post(referenced("first", BOB))).isInstanceOf(Outcome.Accepted.class);
    assertThat(ledger.post(referenced("second", BOB)))
        .isEqualTo(new Outcome.Rejected(Rejection.REFERENCE_USED, null));
    assertThat(ledger.post(referenced("third", ADAS_OTHER))).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void theSameIdPostsOnceAndWithOtherContentNever() {
    ledger.buy(ADA, "10.00", "0");
    Posting.Transfer first = ledger.payment(ADA, BOB, "20");
    ledger.post(first);
    LedgerState before = ledger.state().copy();

    assertThat(ledger.post(first)).isInstanceOf(Outcome.AlreadyPosted.class);
    assertThat(
            ledger.post(
                new Posting.Transfer(
                    first.id(), ADA, BOB, Credits.of(21), FIVE_PERCENT, Note.NONE)))
        .isInstanceOf(Outcome.IdReusedWithOtherContent.class);
    assertThat(ledger.state()).isEqualTo(before);
  }

  private static Posting referenced(String id, AgentId to) {
    return new Posting.Transfer(
        new PostingId(id), ADA, to, Credits.of(1), FIVE_PERCENT, Note.reference("invoice 7"));
  }
}
