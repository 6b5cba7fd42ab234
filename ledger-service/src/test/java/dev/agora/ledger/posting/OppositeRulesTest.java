package dev.agora.ledger.posting;

import static dev.agora.ledger.posting.LedgerFixture.ADA;
import static dev.agora.ledger.posting.LedgerFixture.ADAS_OTHER;
import static dev.agora.ledger.posting.LedgerFixture.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.PlatformAccount;
import dev.agora.money.Credits;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OppositeRulesTest {

  private final LedgerFixture ledger = LedgerFixture.withoutSeasoning();
  private int ids;

  @Test
  void aPaymentsOppositeGivesEverythingBackWithItsFee() {
    ledger.buy(1, ADA, "10.00", "5");
    Lots before = ledger.wallet(ADA).lots();

    Outcome reversed = reverse(ledger.pay(ADA, BOB, "90"));

    assertThat(ledger.wallet(ADA).lots()).isEqualTo(before);
    assertThat(ledger.buckets(BOB)).isEqualTo("0 0 0");
    assertThat(ledger.credits(PlatformAccount.FEES_TRANSFER)).isEqualTo("0");
    Transaction transaction = ((Outcome.Accepted) reversed).transaction();
    assertThat(transaction.kind()).isEqualTo(TransactionKind.ADJUSTMENT);
    assertThat(transaction.payer()).isEqualTo(BOB);
    assertThat(transaction.payee()).isEqualTo(ADA);
    assertThat(transaction.amount()).isEqualTo(Credits.of(90));
    assertThat(transaction.note().reference()).startsWith("txn_");
    assertThat(transaction.note().details()).containsEntry("feeReturned", "4.5");
  }

  @Test
  void aSecondReversalIsTheFirstOneAndAReversalHasNone() {
    ledger.buy(1, ADA, "10.00", "0");
    Outcome paid = ledger.pay(ADA, BOB, "90");

    Outcome reversed = reverse(paid);

    assertThat(reverse(paid)).isInstanceOf(Outcome.AlreadyPosted.class);
    assertThat(reverse(reversed)).isEqualTo(no(Rejection.NOT_REVERSIBLE));
  }

  @Test
  void whatIsNotThereAnyMoreIsRefusedNotOwed() {
    ledger.buy(1, ADA, "10.00", "0");
    Outcome paid = ledger.pay(ADA, BOB, "90");
    ledger.holdForConversion(2, BOB, "80");
    ledger.buy(2, BOB, "10.00", "0");

    assertThat(reverse(paid))
        .isEqualTo(
            new Outcome.Rejected(
                Rejection.INSUFFICIENT_CREDITS,
                new Shortfall(Credits.parse("105.5"), Credits.of(80), Credits.parse("5.5"))));
    assertThat(ledger.wallet(BOB).debt()).isEqualTo(Credits.ZERO);
  }

  @Test
  void otherEarnedCreditsWillDoButNoOtherLotOfBoughtOnes() {
    ledger.buy(1, ADA, "10.00", "0");
    Outcome toBob = ledger.pay(ADA, BOB, "40");
    ledger.holdForConversion(2, BOB, "38");
    ledger.pay(ADA, BOB, "40");
    assertThat(reverse(toBob)).isInstanceOf(Outcome.Accepted.class);
    assertThat(ledger.buckets(BOB)).isEqualTo("0 0 0");

    Outcome toOther = ledger.pay(ADA, ADAS_OTHER, "60");
    ledger.buy(2, ADAS_OTHER, "10.00", "0");
    ledger.pay(ADAS_OTHER, BOB, "50");

    assertThat(((Outcome.Rejected) reverse(toOther)).reason())
        .isEqualTo(Rejection.INSUFFICIENT_CREDITS);
  }

  @Test
  void whatAnIncomeHadRepaidIsOwedAgain() {
    ledger.buy(1, ADA, "10.00", "0");
    ledger.buy(2, BOB, "5.00", "0");
    ledger.pay(BOB, ADA, "50");
    ledger.lose(2, BOB, "5.00", "0.00");
    assertThat(ledger.wallet(BOB).debt()).isEqualTo(Credits.of(-50));
    Outcome paid = ledger.pay(ADA, BOB, "100");
    assertThat(ledger.buckets(BOB)).isEqualTo("0 0 45");

    reverse(paid);

    assertThat(ledger.wallet(BOB).debt()).isEqualTo(Credits.of(-50));
    assertThat(ledger.buckets(BOB)).isEqualTo("0 0 0");
    assertThat(ledger.buckets(ADA)).isEqualTo("0 100 47.5");
  }

  @Test
  void whoGetsItBackRepaysItsDebtFirst() {
    ledger.buy(1, ADA, "10.00", "0");
    Outcome paid = ledger.pay(ADA, BOB, "100");
    ledger.lose(1, ADA, "10.00", "0.00");

    reverse(paid);

    assertThat(ledger.wallet(ADA).debt()).isEqualTo(Credits.ZERO);
    assertThat(ledger.buckets(ADA)).isEqualTo("0 0 0");
  }

  @Test
  void creditsThatRestGoBackUnrested() {
    LedgerFixture slow = new LedgerFixture(Duration.ofDays(7));
    slow.buy(1, ADA, "10.00", "0");
    slow.pay(ADA, BOB, "40");
    Outcome second = slow.pay(ADA, BOB, "40");

    slow.post(new Operation.Reverse(original(second), "a mistake"));

    assertThat(slow.wallet(BOB).lots()).isEqualTo(Lots.of(slow.state().earnedLot(), c("38")));
  }

  @Test
  void rewardsFeaturesAndAdjustmentsHaveOppositesToo() {
    ledger.buy(1, ADA, "100.00", "0");
    ledger.pay(ADA, BOB, "400");
    Lots before = ledger.wallet(ADA).lots();
    Outcome funded = ledger.post(new Operation.FundRewards(id(), c("10"), "r"));
    Outcome rewarded = ledger.post(new Operation.Reward(id(), ADA, c("6"), "0.9", "fine", "kb-1"));
    assertThat(reverse(funded)).isEqualTo(no(Rejection.NOT_ENOUGH_COLLECTED));

    reverse(rewarded);
    reverse(funded);
    reverse(ledger.post(new Spend(id(), ADA, c("7"), "search", null)));
    reverse(ledger.post(new Operation.Grant(id(), ADA, c("8"), "r")));
    reverse(ledger.post(new Operation.Charge(id(), ADA, c("9"), "r")));
    reverse(ledger.post(new Operation.CloseFees(id(), c("5"), "r")));

    assertThat(ledger.wallet(ADA).lots()).isEqualTo(before);
    assertThat(ledger.credits(PlatformAccount.REWARDS)).isEqualTo("0");
    assertThat(ledger.credits(PlatformAccount.FEES_TRANSFER)).isEqualTo("20");
    assertThat(ledger.credits(PlatformAccount.FEES_FEATURES)).isEqualTo("0");
    assertThat(ledger.credits(PlatformAccount.REDEMPTION)).isEqualTo("0");
    assertThat(ledger.usd(PlatformAccount.REVENUE_COLLECTED_FEES)).isEqualTo("0.00");
  }

  @ParameterizedTest
  @EnumSource(
      value = TransactionKind.class,
      names = {"TRANSFER", "REWARD", "SPEND", "ADJUSTMENT"},
      mode = EnumSource.Mode.EXCLUDE)
  void otherKindsHaveTheirOwnWayBack(TransactionKind kind) {
    Original bought = original(ledger.buy(1, ADA, "10.00", "0"));
    Original other =
        new Original(
            bought.id(),
            kind,
            bought.payer(),
            bought.payee(),
            bought.amount(),
            bought.details(),
            bought.movements());

    assertThat(ledger.post(new Operation.Reverse(other, "r")))
        .isEqualTo(no(Rejection.NOT_REVERSIBLE));
  }

  @Test
  void aClosedOrUnknownSideIsLeftAlone() {
    ledger.buy(1, ADA, "10.00", "0");
    Original paid = original(ledger.pay(ADA, BOB, "40"));

    assertThat(reverse(paid, LedgerFixture.CLOSED)).isEqualTo(no(Rejection.AGENT_CLOSED));
    assertThat(reverse(paid, LedgerFixture.UNKNOWN)).isEqualTo(no(Rejection.AGENT_UNKNOWN));
  }

  private Outcome reverse(Original paid, AgentId other) {
    return ledger.post(
        new Operation.Reverse(
            new Original(
                paid.id(),
                paid.kind(),
                paid.payer(),
                other,
                paid.amount(),
                paid.details(),
                paid.movements()),
            "r"));
  }

  private Outcome reverse(Outcome posted) {
    return ledger.post(new Operation.Reverse(original(posted), "a mistake"));
  }

  private static Original original(Outcome posted) {
    return Originals.of((Outcome.Accepted) posted);
  }

  private static Outcome no(Rejection reason) {
    return new Outcome.Rejected(reason, null);
  }

  private static Credits c(String credits) {
    return Credits.parse(credits);
  }

  private PostingId id() {
    return new PostingId("operation/" + ids++);
  }
}
