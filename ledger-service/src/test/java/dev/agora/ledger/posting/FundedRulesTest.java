package dev.agora.ledger.posting;

import static dev.agora.ledger.posting.LedgerFixture.ADA;
import static dev.agora.ledger.posting.LedgerFixture.ADAS_OTHER;
import static dev.agora.ledger.posting.LedgerFixture.BOB;
import static dev.agora.ledger.posting.LedgerFixture.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.ledger.account.AgentId;
import dev.agora.money.Credits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a disputed purchase paid for is frozen in its payees' hands while it seasons. */
class FundedRulesTest {

  /** Of the first posting of each test, which is the purchase that is disputed. */
  private static final long PURCHASE = 1;

  private final LedgerFixture ledger = new LedgerFixture(Duration.ofDays(7));
  private int postings;

  @Test
  void whatThePurchasePaidForIsFrozenAndNothingElse() {
    ledger.buy(1, ADA, "10.00", "0");
    ledger.buy(BOB, "10.00", "0");
    Lots earned = earnedOf(ledger.pay(ADA, BOB, "40"));
    ledger.freeze(1, ADA);

    Outcome.Accepted frozen = (Outcome.Accepted) freeze(BOB, earned);

    assertThat(frozen.transaction().kind()).isEqualTo(TransactionKind.HOLD);
    assertThat(frozen.transaction().amount()).isEqualTo(Credits.of(38));
    assertThat(frozen.transaction().note().reference()).isEqualTo(LedgerFixture.dispute(1).value());
    assertThat(frozen.entries()).hasSize(2);
    assertThat(ledger.buckets(BOB)).isEqualTo("0 100 0");
    assertThat(ledger.wallet(BOB).frozen()).isEqualTo(Credits.of(38));
    assertThat(ledger.wallet(ADA).frozen()).as("the buyer's own").isEqualTo(Credits.of(60));
  }

  @Test
  void whatWasSpentOfItIsNotFrozen() {
    ledger.buy(1, ADA, "10.00", "0");
    Lots earned = earnedOf(ledger.pay(ADA, BOB, "40"));
    ledger.pay(BOB, ADA, "30");
    ledger.freeze(1, ADA);

    assertThat(amountOf(freeze(BOB, earned))).isEqualTo("8");
    assertThat(ledger.buckets(BOB)).isEqualTo("0 0 0");
  }

  @Test
  void whatHasSeasonedIsNotFrozen() {
    LedgerFixture resting = LedgerFixture.withoutSeasoning();
    resting.buy(1, ADA, "10.00", "0");
    Lots earned = earnedOf(resting.pay(ADA, BOB, "40"));
    resting.freeze(1, ADA);

    Outcome.Accepted frozen = (Outcome.Accepted) resting.post(freezing(BOB, earned));

    assertThat(frozen.entries()).isEmpty();
    assertThat(resting.state().dispute(LedgerFixture.dispute(1).shareOf(BOB))).isNull();
    assertThat(resting.buckets(BOB)).isEqualTo("0 0 38");
  }

  @Test
  void aThawIsTheExactMirrorAndKeepsTheTimesOfSeasoning() {
    ledger.buy(1, ADA, "10.00", "0");
    Lots earned = earnedOf(ledger.pay(ADA, BOB, "40"));
    Lots before = ledger.wallet(BOB).lots();
    ledger.freeze(1, ADA);
    freeze(BOB, earned);
    ledger.lose(1, ADA, "10.00", "0.00");

    Outcome.Accepted thawed = (Outcome.Accepted) thaw(BOB);

    assertThat(thawed.transaction().kind()).isEqualTo(TransactionKind.RELEASE);
    assertThat(ledger.wallet(BOB).lots()).isEqualTo(before);
    assertThat(ledger.wallet(BOB).frozen()).isEqualTo(Credits.ZERO);
    assertThat(ledger.state().dispute(LedgerFixture.dispute(1).shareOf(BOB)))
        .extracting(Dispute::status)
        .isEqualTo(DisputeStatus.THAWED);
  }

  /** The buyer owes it, as economy.md says; who was paid keeps it. */
  @Test
  void aLostDisputeTakesNothingFromThoseWhoWerePaid() {
    ledger.buy(1, ADA, "10.00", "0");
    Lots earned = earnedOf(ledger.pay(ADA, BOB, "100"));
    ledger.freeze(1, ADA);
    freeze(BOB, earned);

    Map<String, String> end =
        ((Outcome.Accepted) ledger.lose(1, ADA, "10.00", "0.00")).transaction().note().details();
    thaw(BOB);

    assertThat(end).containsEntry("recovered", "0").containsEntry("debt", "100");
    assertThat(ledger.wallet(ADA).debt()).isEqualTo(Credits.of(-100));
    assertThat(ledger.buckets(BOB)).isEqualTo("0 0 95");
  }

  @Test
  void laterPaymentsAreAddedToTheSameShare() {
    ledger.buy(1, ADA, "10.00", "0");
    ledger.holdForOrder(1, ADA, BOB, "20");
    Lots first = earnedOf(ledger.pay(ADA, BOB, "40"));
    ledger.freeze(1, ADA);
    freeze(BOB, first);

    freeze(BOB, earnedOf(ledger.settle(1, ADA, BOB, "20")));

    assertThat(ledger.wallet(BOB).frozen()).isEqualTo(Credits.of(57));
    assertThat(amountOf(thaw(BOB))).isEqualTo("57");
  }

  @Test
  void whatComesAfterTheThawFreezesNothing() {
    ledger.buy(1, ADA, "10.00", "0");
    Lots earned = earnedOf(ledger.pay(ADA, BOB, "40"));
    ledger.freeze(1, ADA);
    freeze(BOB, earned);
    thaw(BOB);

    assertThat(((Outcome.Accepted) freeze(BOB, earned)).entries()).isEmpty();
    assertThat(thaw(BOB)).isEqualTo(new Outcome.Rejected(Rejection.HOLD_ENDED, null));
    assertThat(ledger.buckets(BOB)).isEqualTo("0 0 38");
  }

  @Test
  void whatIsNotThereIsRefused() {
    assertThat(freeze(UNKNOWN, Lots.NONE))
        .isEqualTo(new Outcome.Rejected(Rejection.AGENT_UNKNOWN, null));
    assertThat(thaw(UNKNOWN)).isEqualTo(new Outcome.Rejected(Rejection.AGENT_UNKNOWN, null));
    assertThat(thaw(BOB)).isEqualTo(new Outcome.Rejected(Rejection.HOLD_UNKNOWN, null));
  }

  /** The fee goes out of what is spent first: the bonus, then what was bought first. */
  @Test
  void ofAPaymentOutOfSeveralPurchasesOnlyItsPartCounts() {
    ledger.buy(1, ADA, "10.00", "0");
    ledger.buy(2, ADA, "10.00", "5");

    // 5 promotional, 100 and 15 bought; the fee of 6 takes the bonus and 1 of the first purchase.
    Outcome paid = ledger.pay(ADA, BOB, "120");

    assertThat(earnedOf(paid).total()).isEqualTo(Credits.of(99));
    assertThat(funding(paid, 2).earnedFrom(2).total()).isEqualTo(Credits.of(15));
  }

  @Test
  void whatRepaidADebtDidNotArrive() {
    ledger.buy(1, ADA, "10.00", "0");
    ledger.buy(2, BOB, "10.00", "0");
    ledger.pay(BOB, ADAS_OTHER, "100");
    ledger.freeze(2, BOB);
    ledger.lose(2, BOB, "10.00", "0.00", "3.00");

    assertThat(earnedOf(ledger.pay(ADA, BOB, "40")).total()).isEqualTo(Credits.of(8));
  }

  @Test
  void withinOneOwnerTheLotGoesOn() {
    ledger.buy(1, ADA, "10.00", "0");

    Funding moved = funding(ledger.pay(ADA, ADAS_OTHER, "40"), PURCHASE);

    assertThat(moved.carries(PURCHASE)).isTrue();
    assertThat(moved.earnedFrom(PURCHASE)).isEqualTo(Lots.NONE);
  }

  @Test
  void whatWasGivenBackIsNotFrozen() {
    ledger.buy(1, ADA, "10.00", "0");
    ledger.holdForOrder(1, ADA, BOB, "80");
    Funding settled = funding(ledger.settle(1, ADA, BOB, "80"), PURCHASE);
    Funding givenBack = funding(ledger.giveBack(1, BOB, ADA, "50"), PURCHASE);

    assertThat(givenBack.earnedFrom(PURCHASE)).isEqualTo(Lots.NONE);
    Lots left =
        Funding.byPayee(List.of(settled, givenBack), PURCHASE, LedgerFixture.START).get(BOB);
    assertThat(Objects.requireNonNull(left).total()).isEqualTo(Credits.of(26));
  }

  private Lots earnedOf(Outcome paid) {
    return funding(paid, PURCHASE).earnedFrom(PURCHASE);
  }

  private static Funding funding(Outcome paid, long purchase) {
    return Objects.requireNonNull(FundedSteps.of((Outcome.Accepted) paid, ADA, purchase));
  }

  private Outcome freeze(AgentId payee, Lots earned) {
    return ledger.post(freezing(payee, earned));
  }

  private Posting freezing(AgentId payee, Lots earned) {
    PostingId id = new PostingId("freeze/" + postings++);
    return new Funded.Freeze(id, LedgerFixture.dispute(1), payee, PURCHASE, earned);
  }

  private Outcome thaw(AgentId payee) {
    PostingId id = new PostingId("thaw/" + postings++);
    return ledger.post(new Funded.Thaw(id, LedgerFixture.dispute(1), payee));
  }

  private static String amountOf(Outcome outcome) {
    return ((Outcome.Accepted) outcome).transaction().amount().toString();
  }
}
