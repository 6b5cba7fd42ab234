package dev.agora.ledger.posting;

import static dev.agora.ledger.posting.LedgerFixture.ADA;
import static dev.agora.ledger.posting.LedgerFixture.CLOSED;
import static dev.agora.ledger.posting.LedgerFixture.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.PlatformAccount;
import dev.agora.money.Credits;
import dev.agora.money.FeeRate;
import dev.agora.money.Usd;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PurchaseRulesTest {

  private static final FeeRate THREE_PERCENT = FeeRate.ofBasisPoints(300);

  private final LedgerFixture ledger = LedgerFixture.withoutSeasoning();

  @Test
  void bothAssetsOfAPurchaseAreOneTransaction() {
    Outcome outcome = ledger.post(purchase(ADA, "100.00", "200", "3.20"));

    assertThat(((Outcome.Accepted) outcome).entries())
        .extracting(entry -> entry.account().path() + " " + entry.units())
        .containsExactlyInAnyOrder(
            "platform/issuance -1200000000",
            "agent/" + ADA + "/purchased 1000000000",
            "agent/" + ADA + "/promotional 200000000",
            "stripe/clearing 10000",
            "platform/credit-liability -12000",
            "platform/promotions 2300",
            "platform/revenue/purchase-fee -300",
            "stripe/clearing -320",
            "stripe/fees 320");
  }

  @Test
  void aPurchaseRepaysDebtFirst() {
    Map<AgentId, Wallet> wallets = LedgerFixture.wallets();
    LedgerFixture.add(wallets, ADA, LedgerFixture.owner(1), AgentStatus.ACTIVE, "-250");
    LedgerFixture indebted = new LedgerFixture(Duration.ZERO, wallets);

    indebted.buy(ADA, "100.00", "200");

    assertThat(indebted.buckets(ADA)).isEqualTo("0 950 0");
    assertThat(indebted.wallet(ADA).debt()).isEqualTo(Credits.ZERO);
  }

  @Test
  void aClosedOrUnknownAgentCanNotBuy() {
    assertThat(ledger.buy(CLOSED, "10.00", "0"))
        .isEqualTo(new Outcome.Rejected(Rejection.AGENT_CLOSED, null));
    assertThat(ledger.buy(UNKNOWN, "10.00", "0"))
        .isEqualTo(new Outcome.Rejected(Rejection.AGENT_UNKNOWN, null));
  }

  @Test
  void aChargeThatWentBackMovesDollarsOnly() {
    ledger.post(
        new Posting.RefundedCharge(
            new PostingId("pur_1/refunded-charge"),
            Usd.parse("100.00"),
            Usd.parse("3.20"),
            Note.NONE));

    assertThat(ledger.usd(PlatformAccount.STRIPE_CLEARING)).isEqualTo("-3.20");
    assertThat(ledger.usd(PlatformAccount.STRIPE_FEES)).isEqualTo("3.20");
    assertThat(ledger.usd(PlatformAccount.CREDIT_LIABILITY)).isEqualTo("0.00");
  }

  @Test
  void aBaseThatIsNotWorthThePriceIsABug() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Posting.Purchase(
                    new PostingId("pur_1/post"),
                    LedgerFixture.purchase(1),
                    ADA,
                    Usd.parse("10.00"),
                    Usd.parse("0.30"),
                    THREE_PERCENT,
                    Credits.of(1000),
                    Credits.ZERO,
                    Usd.ZERO,
                    Note.NONE));
  }

  private static Posting purchase(AgentId agent, String price, String bonus, String stripeFee) {
    Usd paid = Usd.parse(price);
    return new Posting.Purchase(
        new PostingId("pur_1/post"),
        LedgerFixture.purchase(1),
        agent,
        paid,
        THREE_PERCENT.of(paid),
        THREE_PERCENT,
        paid.atPar(),
        Credits.parse(bonus),
        Usd.parse(stripeFee),
        Note.NONE);
  }
}
