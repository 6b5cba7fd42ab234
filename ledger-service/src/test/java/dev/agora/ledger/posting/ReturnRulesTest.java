package dev.agora.ledger.posting;

import static dev.agora.ledger.posting.LedgerFixture.ADA;
import static dev.agora.ledger.posting.LedgerFixture.BOB;
import static dev.agora.ledger.posting.LedgerFixture.CLOSED;
import static dev.agora.ledger.posting.LedgerFixture.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.PlatformAccount;
import dev.agora.money.Credits;
import dev.agora.money.Usd;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Dollars of a conversion that came back are owed, and then credits again or the platform's. */
class ReturnRulesTest {

  private static final String CONVERSION = "cnv_1";

  private final LedgerFixture ledger = LedgerFixture.withoutSeasoning();
  private int ids;

  /** Of Bob's 950 credits 500 became $42.50. */
  @BeforeEach
  void convert() {
    ledger.buy(ADA, "100.00", "0");
    ledger.pay(ADA, BOB, "1000");
    ledger.holdForConversion(1, BOB, "500");
    ledger.capture(1, BOB, "50.00");
  }

  @Test
  void whatCameBackIsAtStripeAndOwed() {
    book("42.50");

    assertThat(ledger.usd(PlatformAccount.STRIPE_CLEARING)).isEqualTo("100.00");
    assertThat(ledger.usd(PlatformAccount.PAYOUTS_CLEARING)).isEqualTo("-42.50");
    assertThat(ledger.buckets(BOB)).isEqualTo("0 0 450");
  }

  @Test
  void asCreditsItIsAsIfNothingHadBeenConverted() {
    book("42.50");
    Outcome restored = restore(BOB, "50.00", "7.50");

    assertThat(ledger.buckets(BOB)).isEqualTo("0 0 950");
    assertThat(ledger.usd(PlatformAccount.STRIPE_CLEARING)).isEqualTo("100.00");
    assertThat(ledger.usd(PlatformAccount.PAYOUTS_CLEARING)).isEqualTo("0.00");
    assertThat(ledger.usd(PlatformAccount.REVENUE_CONVERSION_FEE)).isEqualTo("0.00");
    assertThat(ledger.usd(PlatformAccount.CREDIT_LIABILITY)).isEqualTo("-100.00");
    assertThat(ledger.credits(PlatformAccount.REDEMPTION)).isEqualTo("0");
    Transaction transaction = ((Outcome.Accepted) restored).transaction();
    assertThat(transaction.kind()).isEqualTo(TransactionKind.ADJUSTMENT);
    assertThat(transaction.note().details()).containsEntry("reversedKind", "CONVERSION");
    assertThat(Originals.of((Outcome.Accepted) restored).isReversible()).isFalse();
  }

  @Test
  void aPartGivesItsPartOfTheFeeBack() {
    book("8.50");
    restore(BOB, "10.00", "1.50");

    assertThat(ledger.buckets(BOB)).isEqualTo("0 0 550");
    assertThat(ledger.usd(PlatformAccount.REVENUE_CONVERSION_FEE)).isEqualTo("-6.00");
    assertThat(ledger.usd(PlatformAccount.PAYOUTS_CLEARING)).isEqualTo("0.00");
  }

  @Test
  void whatIsKeptMakesUpForLosses() {
    book("42.50");
    ledger.post(new Returned.Keep(id(), Usd.parse("42.50"), CONVERSION, "rtn_1"));

    assertThat(ledger.usd(PlatformAccount.PAYOUTS_CLEARING)).isEqualTo("0.00");
    assertThat(ledger.usd(PlatformAccount.USD_LOSSES)).isEqualTo("-42.50");
    assertThat(ledger.buckets(BOB)).isEqualTo("0 0 450");
  }

  @Test
  void creditsThatHadSeasonedHaveSeasonedAgain() {
    LedgerFixture seasoning = new LedgerFixture(Duration.ofDays(7));
    seasoning.post(restoration(BOB, "50.00", "7.50"));

    assertThat(seasoning.wallet(BOB).lots().convertibleAt(LedgerFixture.START))
        .isEqualTo(Credits.of(500));
  }

  @Test
  void aDebtIsRepaidFirst() {
    ledger.buy(2, BOB, "10.00", "0");
    ledger.pay(BOB, ADA, "550");
    ledger.lose(2, BOB, "10.00", "0.00");
    assertThat(ledger.wallet(BOB).debt()).isEqualTo(Credits.of(-100));

    book("42.50");
    restore(BOB, "50.00", "7.50");

    assertThat(ledger.wallet(BOB).debt()).isEqualTo(Credits.ZERO);
    assertThat(ledger.buckets(BOB)).isEqualTo("0 0 400");
  }

  @Test
  void nobodyElseGetsCredits() {
    assertThat(restore(CLOSED, "50.00", "7.50"))
        .isEqualTo(new Outcome.Rejected(Rejection.AGENT_CLOSED, null));
    assertThat(restore(UNKNOWN, "50.00", "7.50"))
        .isEqualTo(new Outcome.Rejected(Rejection.AGENT_UNKNOWN, null));
  }

  @Test
  void sumsThatDoNotAddUpAreABug() {
    assertThatThrownBy(
            () ->
                new Returned.Restore(
                    id(),
                    BOB,
                    Usd.parse("50.00"),
                    Usd.parse("7.50"),
                    Usd.parse("42.51"),
                    CONVERSION,
                    "rtn_1"))
        .hasMessage("$50.00 less $7.50 is not $42.51");
    assertThatThrownBy(() -> new Returned.Book(id(), Usd.ZERO, CONVERSION, "trr_1"))
        .hasMessage("not above zero: $0.00");
  }

  private void book(String usd) {
    ledger.post(new Returned.Book(id(), Usd.parse(usd), CONVERSION, "trr_1"));
  }

  private Outcome restore(AgentId agent, String gross, String fee) {
    return ledger.post(restoration(agent, gross, fee));
  }

  private Posting restoration(AgentId agent, String gross, String fee) {
    Usd net = Usd.parse(gross).minus(Usd.parse(fee));
    return new Returned.Restore(
        id(), agent, Usd.parse(gross), Usd.parse(fee), net, CONVERSION, "rtn_1");
  }

  private PostingId id() {
    return new PostingId("return/" + ids++);
  }
}
