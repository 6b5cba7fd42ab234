package dev.agora.ledger.posting;

import static dev.agora.ledger.posting.LedgerFixture.ADA;
import static dev.agora.ledger.posting.LedgerFixture.BOB;
import static dev.agora.ledger.posting.LedgerFixture.CLOSED;
import static dev.agora.ledger.posting.LedgerFixture.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agora.ledger.account.PlatformAccount;
import dev.agora.ledger.account.PurchaseId;
import dev.agora.money.Credits;
import dev.agora.money.Usd;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisputeRulesTest {

  private final LedgerFixture ledger = LedgerFixture.withoutSeasoning();

  @Test
  void whatIsLeftOfThePurchaseIsFrozen() {
    ledger.buy(1, ADA, "10.00", "0");
    ledger.buy(2, ADA, "100.00", "200");
    ledger.pay(ADA, BOB, "250");

    Outcome.Accepted frozen = (Outcome.Accepted) ledger.freeze(2, ADA);

    assertThat(frozen.transaction().kind()).isEqualTo(TransactionKind.HOLD);
    assertThat(frozen.transaction().amount()).isEqualTo(Credits.of(1000));
    assertThat(ledger.buckets(ADA)).isEqualTo("0 50 0");
    assertThat(ledger.wallet(ADA).frozen()).isEqualTo(Credits.of(1000));
    assertThat(ledger.pay(ADA, BOB, "51")).isInstanceOf(Outcome.Rejected.class);
  }

  @Test
  void aWonDisputeIsTheExactMirrorOfTheFreeze() {
    ledger.buy(1, ADA, "100.00", "200");
    ledger.pay(ADA, BOB, "50");
    Lots before = ledger.wallet(ADA).lots();
    ledger.freeze(1, ADA);

    Outcome.Accepted won = (Outcome.Accepted) ledger.win(1, ADA, "100.00");

    assertThat(won.transaction().kind()).isEqualTo(TransactionKind.REINSTATEMENT);
    assertThat(ledger.wallet(ADA).lots()).isEqualTo(before);
    assertThat(ledger.wallet(ADA).frozen()).isEqualTo(Credits.ZERO);
    assertThat(end(won)).isEqualTo("0 0 0");
    assertThat(ledger.usd(PlatformAccount.STRIPE_CLEARING)).isEqualTo("100.00");
  }

  @Test
  void aLostDisputeOfUntouchedCreditsIsTheMirrorOfThePurchase() {
    ledger.buy(1, ADA, "100.00", "200");
    ledger.freeze(1, ADA);

    assertThat(end(ledger.lose(1, ADA, "100.00", "0.00"))).isEqualTo("1200 0 0");

    assertThat(ledger.usd(PlatformAccount.STRIPE_CLEARING)).isEqualTo("-15.00");
    assertThat(ledger.usd(PlatformAccount.STRIPE_FEES)).isEqualTo("15.00");
    assertThat(ledger.usd(PlatformAccount.REVENUE_PURCHASE_FEE)).isEqualTo("0.00");
    assertThat(ledger.usd(PlatformAccount.PROMOTIONS)).isEqualTo("0.00");
    assertThat(ledger.credits(PlatformAccount.ISSUANCE)).isEqualTo("0");
  }

  @Test
  void whatIsMissingComesFromOtherCreditsThenFromEarnedOnesThenIsOwed() {
    ledger.buy(1, ADA, "100.00", "0");
    ledger.pay(ADA, BOB, "900");
    ledger.buy(2, ADA, "10.00", "5");
    ledger.buy(BOB, "10.00", "0");
    ledger.pay(BOB, ADA, "100");
    ledger.freeze(1, ADA);
    assertThat(ledger.buckets(ADA)).isEqualTo("5 100 95");

    // 100 frozen, 105 bought, 95 earned: 700 of 1000 are missing.
    assertThat(end(ledger.lose(1, ADA, "100.00", "0.00"))).isEqualTo("300 700 0");

    assertThat(ledger.buckets(ADA)).isEqualTo("0 0 0");
    assertThat(ledger.wallet(ADA).debt()).isEqualTo(Credits.of(-700));
    assertThat(ledger.credits(PlatformAccount.CREDIT_LOSSES)).isEqualTo("0");
  }

  @Test
  void thePurchasesOwnCreditsThatCameBackSinceAreTakenFirst() {
    ledger.buy(1, ADA, "10.00", "0");
    ledger.holdForOrder(1, ADA, BOB, "100");
    ledger.freeze(1, ADA);
    ledger.buy(2, ADA, "10.00", "0");
    ledger.release(1, ADA);

    assertThat(end(ledger.lose(1, ADA, "10.00", "0.00"))).isEqualTo("100 0 0");

    Lot other = ledger.wallet(ADA).lots().pieces().getFirst().lot();
    assertThat(other.number()).as("the second purchase").isEqualTo(4);
  }

  @Test
  void laterIncomeRepaysWhatIsOwed() {
    ledger.buy(1, ADA, "10.00", "0");
    ledger.pay(ADA, BOB, "100");
    ledger.freeze(1, ADA);
    ledger.lose(1, ADA, "10.00", "0.00");

    ledger.pay(BOB, ADA, "20");

    assertThat(ledger.wallet(ADA).debt()).isEqualTo(Credits.of(-81));
    assertThat(ledger.buckets(ADA)).isEqualTo("0 0 0");
  }

  @Test
  void afterAPartialRefundOnlyTheRestIsDisputed() {
    ledger.buy(1, ADA, "100.00", "200");
    ledger.pay(ADA, BOB, "300");
    ledger.reserveRefund(1, ADA, "100.00");
    ledger.captureRefund(1, ADA, "100.00", "70.00");
    ledger.freeze(1, ADA);

    assertThat(end(ledger.lose(1, ADA, "100.00", "70.00"))).isEqualTo("0 300 0");

    assertThat(ledger.usd(PlatformAccount.STRIPE_CLEARING)).isEqualTo("-15.00");
    assertThat(ledger.usd(PlatformAccount.REVENUE_PURCHASE_FEE)).isEqualTo("0.00");
    assertThat(ledger.usd(PlatformAccount.CREDIT_LIABILITY)).isEqualTo("0.00");
  }

  @Test
  void aPartThatIsLostTakesItsShareOfTheCreditsAndGivesTheRestBack() {
    ledger.buy(1, ADA, "100.00", "200");
    Lots before = ledger.wallet(ADA).lots();
    ledger.freeze(1, ADA);

    // A quarter of 1200 credits, bonus first.
    assertThat(end(ledger.lose(1, ADA, "100.00", "0.00", "25.00"))).isEqualTo("300 0 0");

    assertThat(ledger.buckets(ADA)).isEqualTo("0 900 0");
    assertThat(ledger.wallet(ADA).frozen()).isEqualTo(Credits.ZERO);
    assertThat(before.total().minus(ledger.wallet(ADA).lots().total())).isEqualTo(Credits.of(300));
    assertThat(ledger.usd(PlatformAccount.STRIPE_CLEARING)).isEqualTo("60.00");
    assertThat(ledger.usd(PlatformAccount.REVENUE_PURCHASE_FEE)).isEqualTo("-2.25");
    assertThat(ledger.usd(PlatformAccount.PROMOTIONS)).isEqualTo("17.25");
    assertThat(ledger.usd(PlatformAccount.CREDIT_LIABILITY)).isEqualTo("-90.00");
  }

  @Test
  void whatIsMissingOfALostPartIsOwed() {
    ledger.buy(1, ADA, "100.00", "0");
    ledger.pay(ADA, BOB, "900");
    ledger.freeze(1, ADA);

    assertThat(end(ledger.lose(1, ADA, "100.00", "0.00", "30.00"))).isEqualTo("100 200 0");

    assertThat(ledger.wallet(ADA).debt()).isEqualTo(Credits.of(-200));
  }

  @ParameterizedTest
  @CsvSource({"0.01, 0.2", "33.33, 400", "99.99, 1199.9", "100.00, 1200"})
  void aShareIsRoundedUpToATenthOfACredit(String disputed, String taken) {
    ledger.buy(1, ADA, "100.00", "200");
    assertThat(end(ledger.lose(1, ADA, "100.00", "0.00", disputed))).isEqualTo(taken + " 0 0");
  }

  @Test
  void aPartAndThenTheRestAreTheMirrorOfThePurchase() {
    ledger.buy(1, ADA, "100.00", "200");
    ledger.lose(1, ADA, "100.00", "0.00", "33.33");
    ledger.post(
        new Reversal.CloseDispute(
            new PostingId("rest"),
            LedgerFixture.dispute(2),
            LedgerFixture.purchase(1),
            ADA,
            true,
            new PurchaseTerms(Usd.parse("100.00"), Usd.parse("3.00")),
            Usd.parse("33.33"),
            Usd.ZERO));

    assertThat(ledger.credits(PlatformAccount.ISSUANCE)).isEqualTo("0");
    assertThat(ledger.usd(PlatformAccount.REVENUE_PURCHASE_FEE)).isEqualTo("0.00");
    assertThat(ledger.usd(PlatformAccount.PROMOTIONS)).isEqualTo("0.00");
    assertThat(ledger.usd(PlatformAccount.CREDIT_LIABILITY)).isEqualTo("0.00");
    assertThat(ledger.usd(PlatformAccount.STRIPE_CLEARING)).isEqualTo("-15.00");
  }

  @Test
  void aPurchaseThatWasDisputedInPartIsNotRefunded() {
    ledger.buy(1, ADA, "100.00", "200");
    ledger.lose(1, ADA, "100.00", "0.00", "25.00");
    assertThat(ledger.reserveRefund(1, ADA, "100.00")).isInstanceOf(Outcome.Rejected.class);
  }

  @Test
  void moreThanIsLeftOfThePriceIsNoPartOfIt() {
    ledger.buy(1, ADA, "100.00", "200");
    assertThatThrownBy(() -> ledger.lose(1, ADA, "100.00", "70.00", "30.01"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDisputeThatFindsNothingMovesNothing() {
    ledger.buy(1, ADA, "10.00", "0");
    ledger.pay(ADA, BOB, "100");

    Outcome.Accepted frozen = (Outcome.Accepted) ledger.freeze(1, ADA);
    Outcome.Accepted won = (Outcome.Accepted) ledger.win(1, ADA, "10.00");

    assertThat(frozen.entries()).isEmpty();
    assertThat(won.entries()).isEmpty();
    assertThat(frozen.transaction().amount()).isEqualTo(Credits.ZERO);
  }

  @Test
  void whatAClosedAgentCanNotReturnIsLost() {
    PurchaseId id = LedgerFixture.purchase(1);
    PurchaseLot purchase = new PurchaseLot(id, CLOSED, 1, Credits.of(100), Credits.ZERO, false);
    LedgerFixture closed =
        new LedgerFixture(
            Duration.ZERO,
            LedgerFixture.wallets(),
            new LedgerState.Past(Map.of(), Set.of(), Map.of(id, purchase), Map.of()));

    assertThat(((Outcome.Accepted) closed.freeze(1, CLOSED)).entries()).isEmpty();
    assertThat(end(closed.lose(1, CLOSED, "10.00", "0.00"))).isEqualTo("0 0 100");

    assertThat(closed.credits(PlatformAccount.CREDIT_LOSSES)).isEqualTo("-100");
    assertThat(closed.wallet(CLOSED).debt()).isEqualTo(Credits.ZERO);
  }

  @Test
  void aDisputeThatEndedUnheardOfFreezesNothing() {
    ledger.buy(1, ADA, "10.00", "0");
    assertThat(end(ledger.lose(1, ADA, "10.00", "0.00"))).isEqualTo("100 0 0");

    assertThat(((Outcome.Accepted) ledger.freeze(1, ADA)).entries()).isEmpty();
    assertThat(ledger.state().dispute(LedgerFixture.dispute(1)))
        .extracting(Dispute::status)
        .isEqualTo(DisputeStatus.LOST);
  }

  @Test
  void onlyAnUnknownAgentIsRefused() {
    assertThat(ledger.freeze(1, UNKNOWN))
        .isEqualTo(new Outcome.Rejected(Rejection.AGENT_UNKNOWN, null));
    assertThat(ledger.win(1, UNKNOWN, "10.00"))
        .isEqualTo(new Outcome.Rejected(Rejection.AGENT_UNKNOWN, null));
    assertThat(ledger.freeze(1, ADA))
        .isEqualTo(new Outcome.Rejected(Rejection.PURCHASE_UNKNOWN, null));
  }

  /** Recovered, debt and loss. */
  private static String end(Outcome outcome) {
    Map<String, String> details = ((Outcome.Accepted) outcome).transaction().note().details();
    return "%s %s %s".formatted(details.get("recovered"), details.get("debt"), details.get("loss"));
  }
}
