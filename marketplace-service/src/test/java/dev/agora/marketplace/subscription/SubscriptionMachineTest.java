package dev.agora.marketplace.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.agents.AgentId;
import dev.agora.marketplace.listing.Category;
import dev.agora.marketplace.listing.PriceUnit;
import dev.agora.marketplace.listing.ServiceId;
import dev.agora.marketplace.listing.Terms;
import dev.agora.marketplace.problem.MarketplaceProblem;
import dev.agora.money.Credits;
import dev.agora.money.FeeRate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriptionMachineTest {

  private static final Instant START = Instant.parse("2026-01-31T12:00:00Z");
  private static final SubscriptionMachine MACHINE =
      new SubscriptionMachine(SubscriptionTimes.standard());
  private static final Standing.Refusal POOR =
      new Standing.Refusal("insufficient_credits", Credits.of(20));

  private static Terms terms(String price) {
    return new Terms(
        "Knowledge",
        "Of everything.",
        Category.KNOWLEDGE_ACCESS,
        List.of(),
        Credits.parse(price),
        PriceUnit.PER_MONTH,
        Duration.ofHours(1),
        true,
        0,
        null,
        null);
  }

  private static Plan plan(Instant start) {
    return new Plan(
        new ServiceId("svc_" + "1".repeat(32)),
        new AgentId("agt_" + "2".repeat(32)),
        new AgentId("agt_" + "3".repeat(32)),
        terms("50"),
        null,
        start);
  }

  private static Period.Charge charge(int bps) {
    return new Period.Charge(
        new PeriodId("sbp_" + "4".repeat(32)), "hld_" + "5".repeat(32), FeeRate.ofBasisPoints(bps));
  }

  private static Subscription begun(Instant start) {
    return MACHINE.begin(new SubscriptionId("sub_" + "6".repeat(32)), plan(start), charge(500));
  }

  private static Subscription paid(Subscription asked) {
    Credits fee = asked.period().fee().of(asked.period().price());
    Period.Payment.Paid payment = new Period.Payment.Paid(asked.period().price().minus(fee), fee);
    return MACHINE.paid(asked, payment, asked.period().attemptedAt());
  }

  private static Subscription active() {
    return paid(begun(START));
  }

  private static Subscription refused(Subscription asked) {
    return MACHINE.refused(asked, POOR, asked.period().attemptedAt());
  }

  /** What the clock does exactly when something is due. */
  private static Subscription due(Subscription current) {
    return MACHINE.due(current, false, charge(500), dueAt(current));
  }

  private static Instant dueAt(Subscription current) {
    return Objects.requireNonNull(current.dueAt());
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2026-01-15T12:00:00.000001Z, 2026-02-15T12:00:00.000001Z, 2026-03-15T12:00:00.000001Z, 2026-04-15T12:00:00.000001Z
          2026-01-31T12:00:00Z,        2026-02-28T12:00:00Z,        2026-03-31T12:00:00Z,        2026-04-30T12:00:00Z
          2028-01-31T00:00:00Z,        2028-02-29T00:00:00Z,        2028-03-31T00:00:00Z,        2028-04-30T00:00:00Z
          2026-11-30T23:59:59Z,        2026-12-30T23:59:59Z,        2027-01-30T23:59:59Z,        2027-02-28T23:59:59Z
          2028-02-29T08:00:00Z,        2028-03-29T08:00:00Z,        2028-04-29T08:00:00Z,        2028-05-29T08:00:00Z
          """)
  void isRenewedOnTheSameDayOfEachMonthOrOnItsLastOne(
      Instant start, Instant first, Instant second, Instant third) {
    List<Instant> ends = new ArrayList<>();
    Subscription current = paid(begun(start));
    for (int month = 0; month < 3; month++) {
      ends.add(dueAt(current));
      assertThat(current.standing().paidUntil()).isEqualTo(dueAt(current));
      current = paid(due(current));
    }
    assertThat(ends).containsExactly(first, second, third);
  }

  @Test
  void nothingIsDueAMomentBeforeTheMonthEndsNorWhileAPaymentIsAskedFor() {
    Subscription active = active();
    assertThat(active.isDue(dueAt(active).minusNanos(1000))).isFalse();
    assertThat(active.isDue(dueAt(active))).isTrue();
    Subscription renewing = due(active);
    assertThat(renewing.isDue(Instant.MAX)).isFalse();
    assertThat(renewing.state()).isEqualTo(SubscriptionState.ACTIVE);
    assertThat(renewing.version()).isEqualTo(active.version() + 1);
  }

  @Test
  void aFirstPaymentThatIsRefusedRejectsIt() {
    Subscription rejected = refused(begun(START));
    assertThat(rejected.state()).isEqualTo(SubscriptionState.REJECTED);
    assertThat(rejected.standing().refusal()).isEqualTo(POOR);
    assertThat(rejected.dueAt()).isNull();
  }

  @Test
  void aRefusedRenewalIsTriedTwiceADayForThreeDays() {
    Instant end = Instant.parse("2026-02-28T12:00:00Z");
    Subscription current = refused(due(active()));
    List<Instant> tries = new ArrayList<>();
    while (current.state() == SubscriptionState.PAST_DUE) {
      assertThat(current.standing().graceUntil()).isEqualTo(end.plus(Duration.ofDays(3)));
      tries.add(dueAt(current));
      current = refused(due(current));
    }
    assertThat(tries).hasSize(6).first().isEqualTo(end.plus(Duration.ofHours(12)));
    assertThat(tries).last().isEqualTo(end.plus(Duration.ofDays(3)));
    assertThat(current.state()).isEqualTo(SubscriptionState.EXPIRED);
    assertThat(current.standing().refusal()).isEqualTo(POOR);
    assertThat(current.period().attempt()).isEqualTo(7);
  }

  @Test
  void aLaterTryThatSucceedsKeepsTheMonthAndItsId() {
    Subscription pastDue = refused(due(active()));
    Subscription again = paid(due(pastDue));
    assertThat(again.state()).isEqualTo(SubscriptionState.ACTIVE);
    assertThat(again.period().number()).isEqualTo(2);
    assertThat(again.period().id()).isEqualTo(pastDue.period().id());
    assertThat(again.dueAt()).isEqualTo("2026-03-31T12:00:00Z");
    assertThat(again.standing())
        .isEqualTo(new Standing(Instant.parse("2026-03-31T12:00:00Z"), false, null, null));
  }

  @Test
  void lastsToTheEndOfWhatIsPaidOnceCanceled() {
    Subscription canceled = MACHINE.cancel(active(), START);
    assertThat(canceled.state()).isEqualTo(SubscriptionState.ACTIVE);
    assertThat(MACHINE.whyNotCancel(canceled)).contains(MarketplaceProblem.ALREADY_CANCELED);
    Subscription ended = due(canceled);
    assertThat(ended.state()).isEqualTo(SubscriptionState.CANCELED);
    assertThat(ended.period().number()).isEqualTo(1);
    assertThat(ended.dueAt()).isNull();
    assertThat(MACHINE.whyNotCancel(ended)).contains(MarketplaceProblem.SUBSCRIPTION_ENDED);
  }

  @Test
  void entitlesToTheLastInstantThatIsPaidOnceCanceled() {
    Instant end = active().period().until();
    assertThat(active().entitlesAt(end.plusMillis(1))).isTrue();
    Subscription canceled = MACHINE.cancel(active(), START);
    assertThat(canceled.entitlesAt(end.minusMillis(1))).isTrue();
    assertThat(canceled.entitlesAt(end)).isFalse();
    assertThat(canceled.entitlesAt(end.plusMillis(1))).isFalse();
    assertThat(refused(due(active())).entitlesAt(end)).isFalse();
  }

  @Test
  void endsAtOnceWhenNothingIsPaidAndNothingAskedFor() {
    Subscription pastDue = refused(due(active()));
    assertThat(MACHINE.cancel(pastDue, START).state()).isEqualTo(SubscriptionState.CANCELED);
  }

  @Test
  void aCancellationDuringARenewalWaitsForItsAnswer() {
    Subscription renewing = MACHINE.cancel(due(active()), START);
    assertThat(renewing.state()).isEqualTo(SubscriptionState.ACTIVE);
    assertThat(refused(renewing).state()).isEqualTo(SubscriptionState.CANCELED);
    Subscription paidOnce = paid(renewing);
    assertThat(paidOnce.state()).isEqualTo(SubscriptionState.ACTIVE);
    assertThat(due(paidOnce).state()).isEqualTo(SubscriptionState.CANCELED);
  }

  @Test
  void aWithdrawnServiceIsNotRenewed() {
    Subscription active = active();
    Subscription ended = MACHINE.due(active, true, charge(500), dueAt(active));
    assertThat(ended.state()).isEqualTo(SubscriptionState.EXPIRED);
    assertThat(ended.standing().refusal())
        .isEqualTo(new Standing.Refusal("service_withdrawn", null));
  }

  @Test
  void newTermsHoldFromTheNextPaymentOnAndOnlyWithConsent() {
    Subscription kept = due(active());
    assertThat(kept.period().price()).isEqualTo(Credits.of(50));
    Subscription agreed = MACHINE.consent(active(), terms("60"), START);
    assertThat(agreed.period().price()).isEqualTo(Credits.of(50));
    assertThat(due(agreed).period().price()).isEqualTo(Credits.of(60));
  }

  @Test
  void consentNamesThePriceThatTheListingHas() {
    Subscription active = active();
    assertThat(MACHINE.whyNotConsent(active, terms("60"), Credits.of(60))).isEmpty();
    assertThat(MACHINE.whyNotConsent(active, terms("60"), Credits.of(55)))
        .contains(MarketplaceProblem.TERMS_CHANGED);
    assertThat(MACHINE.whyNotConsent(active, terms("50"), Credits.of(50)))
        .contains(MarketplaceProblem.NO_NEW_TERMS);
    assertThat(MACHINE.whyNotConsent(active, null, Credits.of(50)))
        .contains(MarketplaceProblem.NO_NEW_TERMS);
    assertThat(MACHINE.whyNotConsent(MACHINE.cancel(active, START), terms("60"), Credits.of(60)))
        .contains(MarketplaceProblem.SUBSCRIPTION_ENDED);
  }

  @Test
  void theFeeIsPinnedWithEachPayment() {
    Subscription active = active();
    Subscription renewing = MACHINE.due(active, false, charge(700), dueAt(active));
    assertThat(active.period().fee()).isEqualTo(FeeRate.ofBasisPoints(500));
    assertThat(renewing.period().fee()).isEqualTo(FeeRate.ofBasisPoints(700));
  }
}
