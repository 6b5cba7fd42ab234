package dev.agora.ledger.posting;

import static dev.agora.ledger.posting.LedgerFixture.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.ledger.account.PlatformAccount;
import dev.agora.money.Credits;
import dev.agora.money.FeeRate;
import dev.agora.money.Usd;
import org.junit.jupiter.api.Test;

/** Tax on top of a purchase is the state's: kept apart, and given back with the price. */
class TaxRulesTest {

  private static final FeeRate THREE = FeeRate.ofBasisPoints(300);
  private static final Usd HUNDRED = Usd.parse("100.00");
  private static final PurchaseTerms TERMS = new PurchaseTerms(HUNDRED, THREE.of(HUNDRED));

  private final LedgerFixture ledger = LedgerFixture.withoutSeasoning();

  @Test
  void taxIsKeptAsALiability() {
    buy("8.25");
    assertThat(ledger.usd(PlatformAccount.TAX_LIABILITY)).isEqualTo("-8.25");
    assertThat(ledger.usd(PlatformAccount.STRIPE_CLEARING)).isEqualTo("108.25");
    assertThat(ledger.usd(PlatformAccount.CREDIT_LIABILITY)).isEqualTo("-100.00");
    assertThat(ledger.usd(PlatformAccount.REVENUE_PURCHASE_FEE)).isEqualTo("-3.00");
  }

  @Test
  void aRefundGivesBackTheTaxOnWhatItGivesBack() {
    buy("8.25");
    ledger.reserveRefund(1, ADA, "100.00");
    ledger.post(
        new Reversal.CaptureRefund(
            new PostingId("capture"),
            LedgerFixture.hold(1),
            LedgerFixture.purchase(1),
            ADA,
            TERMS,
            HUNDRED,
            Usd.parse("8.25"),
            "rfd"));
    assertThat(ledger.usd(PlatformAccount.TAX_LIABILITY)).isEqualTo("0.00");
    assertThat(ledger.usd(PlatformAccount.STRIPE_CLEARING)).isEqualTo("0.00");
  }

  @Test
  void aLostDisputeTakesTheTaxAsWell() {
    buy("8.25");
    ledger.freeze(1, ADA);
    ledger.post(
        new Reversal.CloseDispute(
            new PostingId("close"),
            LedgerFixture.dispute(1),
            LedgerFixture.purchase(1),
            ADA,
            true,
            TERMS,
            Usd.ZERO,
            HUNDRED,
            Usd.parse("15.00"),
            Usd.parse("8.25")));
    assertThat(ledger.usd(PlatformAccount.TAX_LIABILITY)).isEqualTo("0.00");
    assertThat(ledger.usd(PlatformAccount.STRIPE_CLEARING)).isEqualTo("-15.00");
  }

  private void buy(String tax) {
    ledger.post(
        new Posting.Purchase(
            new PostingId("buy"),
            LedgerFixture.purchase(1),
            ADA,
            HUNDRED,
            THREE.of(HUNDRED),
            THREE,
            Credits.of(1000),
            Credits.ZERO,
            Usd.ZERO,
            Usd.parse(tax),
            Note.NONE));
  }
}
