package dev.agora.marketplace.order;

import static dev.agora.marketplace.order.OrderFixture.NOON;
import static dev.agora.marketplace.order.OrderFixture.after;
import static dev.agora.marketplace.order.OrderFixture.changed;
import static dev.agora.marketplace.order.OrderFixture.event;
import static dev.agora.marketplace.order.OrderFixture.in;
import static dev.agora.marketplace.order.OrderFixture.quoted;
import static dev.agora.marketplace.order.OrderFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.marketplace.problem.MarketplaceProblem;
import dev.agora.money.Credits;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OrderFlowTest {

  private static Settlement settlement(Order order) {
    return Objects.requireNonNull(order.progress().settlement());
  }

  @Test
  void approvalReleasesAllOfThePriceLessTheFeeOnce() {
    Next.Changed changed =
        changed(in(OrderState.DELIVERED), event(Verb.APPROVE), Party.BUYER, NOON);
    assertThat(changed.funds()).isEqualTo(Next.Funds.SETTLE);
    Settlement settlement = settlement(changed.order());
    assertThat(settlement.sellerNet()).isEqualTo(Credits.of(95));
    assertThat(settlement.fee()).isEqualTo(Credits.of(5));
    assertThat(settlement.buyerRefund()).isEqualTo(Credits.ZERO);
    assertThat(after(changed.order(), Verb.SETTLED, Party.LEDGER).state())
        .isEqualTo(OrderState.COMPLETED);
  }

  @Test
  void anAutoAcceptingListingStartsWorkOnceFunded() {
    Order order = after(quoted("100", true), Verb.FUND, Party.LEDGER);
    assertThat(order.state()).isEqualTo(OrderState.IN_PROGRESS);
    assertThat(order.timers()).containsOnlyKeys(Verb.DELIVERY_LAPSES);
  }

  @Test
  void declineCancelAndExpiryReleaseEverything() {
    Map<Verb, Party> ends =
        Map.of(
            Verb.DECLINE, Party.SELLER, Verb.CANCEL, Party.BUYER, Verb.ACCEPT_LAPSES, Party.TIMER);
    ends.forEach(
        (verb, by) -> {
          Next.Changed changed = changed(in(OrderState.FUNDED), event(verb), by, NOON);
          assertThat(changed.funds()).isEqualTo(Next.Funds.RELEASE);
          assertThat(settlement(changed.order()).buyerRefund()).isEqualTo(Credits.of(100));
          assertThat(changed.order().timers()).isEmpty();
        });
  }

  @Test
  void everyStateHasTheTimersOfTheEconomysTable() {
    assertThat(in(OrderState.QUOTED).timers())
        .isEqualTo(Map.of(Verb.QUOTE_LAPSES, NOON.plus(Duration.ofMinutes(15))));
    assertThat(in(OrderState.FUNDED).timers())
        .isEqualTo(Map.of(Verb.ACCEPT_LAPSES, NOON.plus(Duration.ofHours(24))));
    assertThat(in(OrderState.IN_PROGRESS).timers())
        .isEqualTo(Map.of(Verb.DELIVERY_LAPSES, NOON.plus(Duration.ofHours(11))));
    assertThat(in(OrderState.DELIVERED).timers())
        .isEqualTo(Map.of(Verb.INSPECTION_LAPSES, NOON.plus(Duration.ofDays(3))));
    assertThat(in(OrderState.DISPUTED).timers())
        .isEqualTo(Map.of(Verb.ANSWER_LAPSES, NOON.plus(Duration.ofDays(3))));
    assertThat(in(OrderState.COMPLETED).timers())
        .isEqualTo(Map.of(Verb.REVIEWS_LAPSE, NOON.plus(Duration.ofDays(7))));
  }

  @Test
  void ordersUpToFiftyCreditsAreInspectedWithinADay() {
    Order small = after(quoted("50", true), Verb.FUND, Party.LEDGER);
    assertThat(after(small, Verb.DELIVER, Party.SELLER).timers())
        .isEqualTo(Map.of(Verb.INSPECTION_LAPSES, NOON.plus(Duration.ofHours(24))));
  }

  @Test
  void aTimerIsDueAtItsInstantAndNotAMillisecondBefore() {
    Order funded = in(OrderState.FUNDED);
    Instant deadline = NOON.plus(Duration.ofHours(24));
    assertThat(funded.due(deadline.minusMillis(1))).isEmpty();
    assertThat(funded.due(deadline)).map(Map.Entry::getKey).hasValue(Verb.ACCEPT_LAPSES);
    assertThat(funded.due(deadline.plusMillis(1)))
        .map(Map.Entry::getKey)
        .hasValue(Verb.ACCEPT_LAPSES);
  }

  @Test
  void aRevisionHasHalfTheDeliveryTimeAndThereAreTwo() {
    Order first = after(in(OrderState.DELIVERED), Verb.REVISE, Party.BUYER);
    assertThat(first.timers())
        .isEqualTo(Map.of(Verb.DELIVERY_LAPSES, NOON.plus(Duration.ofHours(5))));
    Order second = after(after(first, Verb.DELIVER, Party.SELLER), Verb.REVISE, Party.BUYER);
    Order delivered = after(second, Verb.DELIVER, Party.SELLER);
    assertThat(refused(delivered, event(Verb.REVISE), Party.BUYER, NOON).code())
        .isEqualTo(MarketplaceProblem.REVISIONS_USED_UP);
  }

  @Test
  void theOtherSideAcceptsASplitAndNotItsProposer() {
    Order proposed =
        after(in(OrderState.DELIVERED), new OrderEvent.ProposeSplit(4_000), Party.BUYER);
    assertThat(refused(proposed, event(Verb.ACCEPT_SPLIT), Party.BUYER, NOON).code())
        .isEqualTo(MarketplaceProblem.OWN_SPLIT);
    Order settling = after(proposed, Verb.ACCEPT_SPLIT, Party.SELLER);
    assertThat(settlement(settling).sellerNet()).isEqualTo(Credits.of(38));
    assertThat(settlement(settling).fee()).isEqualTo(Credits.of(2));
    assertThat(settlement(settling).buyerRefund()).isEqualTo(Credits.of(60));
    assertThat(after(settling, Verb.SETTLED, Party.LEDGER).state())
        .isEqualTo(OrderState.PARTIALLY_REFUNDED);
  }

  @Test
  void aSplitLapsesAloneAndOutlivesADelivery() {
    Order proposed =
        after(in(OrderState.IN_PROGRESS), new OrderEvent.ProposeSplit(4_000), Party.SELLER);
    Order delivered = after(proposed, Verb.DELIVER, Party.SELLER);
    assertThat(delivered.timers()).containsEntry(Verb.SPLIT_LAPSES, NOON.plus(Duration.ofDays(2)));
    Order lapsed = after(delivered, Verb.SPLIT_LAPSES, Party.TIMER);
    assertThat(lapsed.state()).isEqualTo(OrderState.DELIVERED);
    assertThat(lapsed.progress().split()).isNull();
    assertThat(lapsed.timers()).containsOnlyKeys(Verb.INSPECTION_LAPSES);
  }

  @Test
  void aDisputeStopsTheClocksAndAnUnansweredOneGoesToItsOpener() {
    Next.Changed changed =
        changed(in(OrderState.DISPUTED), event(Verb.ANSWER_LAPSES), Party.TIMER, NOON);
    assertThat(settlement(changed.order()).sellerGross()).isEqualTo(Credits.of(25));
    assertThat(settlement(changed.order()).buyerRefund()).isEqualTo(Credits.of(75));
  }

  @Test
  void anAnsweredDisputeWaitsForARulingAndOutlivesItsDeadline() {
    Order answered =
        after(in(OrderState.DISPUTED), new OrderEvent.AnswerDispute("no"), Party.SELLER);
    assertThat(answered.timers())
        .isEqualTo(Map.of(Verb.RULING_LAPSES, NOON.plus(Duration.ofDays(7))));
    assertThat(refused(answered, event(Verb.ANSWER), Party.SELLER, NOON).code())
        .isEqualTo(MarketplaceProblem.ALREADY_ANSWERED);
    Order overdue = after(answered, Verb.RULING_LAPSES, Party.TIMER);
    assertThat(overdue.state()).isEqualTo(OrderState.DISPUTED);
    assertThat(overdue.timers()).isEmpty();
    assertThat(after(overdue, event(Verb.RULE), Party.ARBITER).state())
        .isEqualTo(OrderState.SETTLING);
  }

  @Test
  void aRulingForTheBuyerReleasesTheHoldAndEndsRefunded() {
    OrderEvent ruling = new OrderEvent.RuleDispute(0, "empty file", "hum_1");
    Next.Changed changed = changed(in(OrderState.DISPUTED), ruling, Party.ARBITER, NOON);
    assertThat(changed.funds()).isEqualTo(Next.Funds.RELEASE);
    assertThat(settlement(changed.order()).fee()).isEqualTo(Credits.ZERO);
    assertThat(after(changed.order(), Verb.RELEASED, Party.LEDGER).state())
        .isEqualTo(OrderState.REFUNDED);
  }

  @Test
  void aLateDeliveryCanBeDisputedWithinItsGrace() {
    Instant late = NOON.plus(OrderFixture.DELIVERY_TIME).plusMillis(1);
    assertThat(
            changed(in(OrderState.IN_PROGRESS), event(Verb.DISPUTE), Party.BUYER, late)
                .order()
                .state())
        .isEqualTo(OrderState.DISPUTED);
  }

  @Test
  void aDisputeAboutNothingDeliveredIsRuledByTheFacts() {
    Instant late = NOON.plus(OrderFixture.DELIVERY_TIME).plusMillis(1);
    Order disputed =
        changed(in(OrderState.IN_PROGRESS), event(Verb.DISPUTE), Party.BUYER, late).order();
    assertThat(disputed.timers()).isEqualTo(Map.of(Verb.RULED_BY_FACTS, late));
    Next.Changed ruled = changed(disputed, event(Verb.RULED_BY_FACTS), Party.TIMER, late);
    assertThat(ruled.funds()).isEqualTo(Next.Funds.RELEASE);
    assertThat(settlement(ruled.order()).buyerRefund()).isEqualTo(Credits.of(100));
    Dispute.Ruling ruling =
        Objects.requireNonNull(Objects.requireNonNull(ruled.order().progress().dispute()).ruling());
    assertThat(ruling.by()).isEqualTo("platform");
    assertThat(ruling.reason()).contains("Nothing was delivered");
  }

  @Test
  void aLateRevisionIsDisputedLikeADelivery() {
    Order revised = after(in(OrderState.DELIVERED), Verb.REVISE, Party.BUYER);
    Instant late = NOON.plus(OrderFixture.DELIVERY_TIME);
    assertThat(changed(revised, event(Verb.DISPUTE), Party.BUYER, late).order().timers())
        .containsOnlyKeys(Verb.ANSWER_LAPSES);
  }

  @Test
  void inADisputeEitherSideProposesASplitWhichOutlivesTheAnswer() {
    Order proposed =
        after(in(OrderState.DISPUTED), new OrderEvent.ProposeSplit(4_000), Party.SELLER);
    assertThat(proposed.timers()).containsOnlyKeys(Verb.ANSWER_LAPSES, Verb.SPLIT_LAPSES);
    Order answered = after(proposed, new OrderEvent.AnswerDispute("half"), Party.SELLER);
    assertThat(answered.timers()).containsOnlyKeys(Verb.RULING_LAPSES, Verb.SPLIT_LAPSES);
    Order settling = after(answered, Verb.ACCEPT_SPLIT, Party.BUYER);
    assertThat(settling.state()).isEqualTo(OrderState.SETTLING);
    assertThat(settlement(settling).buyerRefund()).isEqualTo(Credits.of(60));
  }

  @Test
  void fundsThatComeAfterTheQuoteExpiredGoBack() {
    Order expired = after(quoted(), Verb.QUOTE_LAPSES, Party.TIMER);
    Order funded = after(expired, Verb.FUND, Party.LEDGER);
    assertThat(funded.timers()).isEqualTo(Map.of(Verb.GIVE_BACK, NOON));
    Next.Changed given = changed(funded, event(Verb.GIVE_BACK), Party.TIMER, NOON);
    assertThat(given.funds()).isEqualTo(Next.Funds.RELEASE);
    assertThat(given.order().state()).isEqualTo(OrderState.EXPIRED);
  }

  @Test
  void anExpiredQuoteWithoutFundsHasNothingToRelease() {
    Order expired = after(quoted(), Verb.QUOTE_LAPSES, Party.TIMER);
    assertThat(refused(expired, event(Verb.RELEASED), Party.LEDGER, NOON).code())
        .isEqualTo(MarketplaceProblem.NOT_IN_THIS_STATE);
  }

  @Test
  void eachSideReviewsOnceAndInTime() {
    Order reviewed = after(in(OrderState.COMPLETED), Verb.REVIEW, Party.BUYER);
    assertThat(refused(reviewed, event(Verb.REVIEW), Party.BUYER, NOON).code())
        .isEqualTo(MarketplaceProblem.ALREADY_REVIEWED);
    Order closed = after(reviewed, Verb.REVIEWS_LAPSE, Party.TIMER);
    assertThat(refused(closed, event(Verb.REVIEW), Party.SELLER, NOON).code())
        .isEqualTo(MarketplaceProblem.REVIEWS_CLOSED);
  }
}
