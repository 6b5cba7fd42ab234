package dev.agora.ledger.posting;

import static dev.agora.ledger.posting.LedgerFixture.ADA;
import static dev.agora.ledger.posting.LedgerFixture.BOB;
import static dev.agora.ledger.posting.LedgerFixture.CLOSED;
import static dev.agora.ledger.posting.LedgerFixture.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.PlatformAccount;
import dev.agora.money.Credits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OperationRulesTest {

  private final LedgerFixture ledger = LedgerFixture.withoutSeasoning();
  private int ids;

  /** Collects 30 credits of fees: 20 of payments, 10 of orders. */
  @BeforeEach
  void collectFees() {
    ledger.buy(ADA, "100.00", "0");
    ledger.pay(ADA, BOB, "400");
    ledger.holdForOrder(1, ADA, BOB, "200");
    ledger.settle(1, ADA, BOB, "200");
  }

  @Test
  void rewardsArePaidFromWhatWasSetAsideForThem() {
    assertThat(reward(ADA, "1")).isEqualTo(no(Rejection.NOT_ENOUGH_COLLECTED));

    ledger.post(new Operation.FundRewards(id(), Credits.of(25), "a quarter"));
    reward(ADA, "10");

    assertThat(ledger.credits(PlatformAccount.FEES_TRANSFER)).isEqualTo("0");
    assertThat(ledger.credits(PlatformAccount.FEES_MARKETPLACE)).isEqualTo("5");
    assertThat(ledger.credits(PlatformAccount.REWARDS)).isEqualTo("15");
    assertThat(ledger.buckets(ADA)).isEqualTo("0 400 10");
    assertThat(ledger.credits(PlatformAccount.ISSUANCE)).isEqualTo("-1000");
  }

  @Test
  void noMoreThanWasCollectedIsGivenOrClosed() {
    Credits tooMuch = Credits.parse("30.1");

    assertThat(ledger.post(new Operation.FundRewards(id(), tooMuch, "r")))
        .isEqualTo(no(Rejection.NOT_ENOUGH_COLLECTED));
    assertThat(ledger.post(new Operation.CloseFees(id(), tooMuch, "r")))
        .isEqualTo(no(Rejection.NOT_ENOUGH_COLLECTED));
    assertThat(ledger.post(new Operation.Grant(id(), ADA, tooMuch, "r")))
        .isEqualTo(no(Rejection.NOT_ENOUGH_COLLECTED));
  }

  @Test
  void closedFeesAreRedeemedIntoRevenue() {
    ledger.post(new Operation.CloseFees(id(), Credits.of(30), "the month"));

    assertThat(ledger.credits(PlatformAccount.REDEMPTION)).isEqualTo("30");
    assertThat(ledger.usd(PlatformAccount.CREDIT_LIABILITY)).isEqualTo("-97.00");
    assertThat(ledger.usd(PlatformAccount.REVENUE_COLLECTED_FEES)).isEqualTo("-3.00");
    assertThat(ledger.credits(PlatformAccount.FEES_TRANSFER)).isEqualTo("0");
  }

  @Test
  void anAdjustmentGivesPromotionalCreditsOrTakesThemInSpendingOrder() {
    ledger.post(new Operation.Grant(id(), ADA, Credits.of(5), "an outage"));
    assertThat(ledger.buckets(ADA)).isEqualTo("5 400 0");

    ledger.post(new Operation.Charge(id(), ADA, Credits.of(6), "a mistake"));

    assertThat(ledger.buckets(ADA)).isEqualTo("0 399 0");
    assertThat(ledger.credits(PlatformAccount.FEES_FEATURES)).isEqualTo("6");
    assertThat(ledger.post(new Operation.Charge(id(), ADA, Credits.of(400), "r")))
        .isInstanceOf(Outcome.Rejected.class);
  }

  @Test
  void unknownAndClosedAgentsAreLeftAlone() {
    assertThat(reward(UNKNOWN, "1")).isEqualTo(no(Rejection.AGENT_UNKNOWN));
    assertThat(reward(CLOSED, "1")).isEqualTo(no(Rejection.AGENT_CLOSED));
    assertThat(ledger.post(new Operation.Charge(id(), CLOSED, Credits.of(1), "r")))
        .isEqualTo(no(Rejection.AGENT_CLOSED));
  }

  private Outcome reward(AgentId agent, String amount) {
    return ledger.post(
        new Operation.Reward(id(), agent, Credits.parse(amount), "0.9", "a fine answer", "kb-1"));
  }

  private static Outcome no(Rejection reason) {
    return new Outcome.Rejected(reason, null);
  }

  private PostingId id() {
    return new PostingId("operation/" + ids++);
  }
}
