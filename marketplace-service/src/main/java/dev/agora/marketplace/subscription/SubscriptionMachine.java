package dev.agora.marketplace.subscription;

import dev.agora.marketplace.listing.Terms;
import dev.agora.marketplace.problem.MarketplaceProblem;
import dev.agora.money.Credits;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can happen to a subscription: the rules behind every change. Pure and thread-safe. */
public final class SubscriptionMachine {

  private final SubscriptionTimes times;

  public SubscriptionMachine(SubscriptionTimes times) {
    this.times = times;
  }

  /** A new subscription, not yet stored: its first month asked for. */
  Subscription begin(SubscriptionId id, Plan plan, Period.Charge charge) {
    Period first = Period.month(1, plan, charge, plan.startedAt());
    return new Subscription(
        id, plan, SubscriptionState.PENDING, Standing.NEW, first, null, 1, plan.startedAt());
  }

  /**
   * What the clock does to a subscription that is due: the next month or another try is asked for,
   * or it ends.
   *
   * @param withdrawn whether its seller has withdrawn the service for good
   */
  Subscription due(Subscription current, boolean withdrawn, Period.Charge charge, Instant now) {
    if (current.standing().canceled()) {
      return end(current, SubscriptionState.CANCELED, current.standing(), now);
    }
    if (withdrawn) {
      Standing why =
          current.standing().refused(new Standing.Refusal("service_withdrawn", null), null);
      return end(current, SubscriptionState.EXPIRED, why, now);
    }
    Period next =
        current.state() == SubscriptionState.PAST_DUE
            ? current.period().again(current.plan(), charge, now)
            : Period.month(current.period().number() + 1, current.plan(), charge, now);
    return current.changed(current.state(), current.standing(), next, null, now);
  }

  /** The seller has been paid for the latest month. */
  Subscription paid(Subscription current, Period.Payment.Paid payment, Instant now) {
    Period period = current.period().with(payment);
    return current.changed(
        SubscriptionState.ACTIVE,
        current.standing().paid(period.until()),
        period,
        period.until(),
        now);
  }

  /** The ledger refused the latest month's payment. All times count from the attempt. */
  Subscription refused(Subscription current, Standing.Refusal refusal, Instant now) {
    Standing standing = current.standing();
    Period period = current.period().with(new Period.Payment.Refused());
    if (current.state() == SubscriptionState.PENDING) {
      Standing rejected = standing.refused(refusal, null);
      return current.changed(SubscriptionState.REJECTED, rejected, period, null, now);
    }
    if (standing.canceled()) {
      Standing canceled = standing.refused(refusal, null);
      return current.changed(SubscriptionState.CANCELED, canceled, period, null, now);
    }
    Instant lastTry =
        standing.graceUntil() == null
            ? period.attemptedAt().plus(times.grace())
            : standing.graceUntil();
    Standing owing = standing.refused(refusal, lastTry);
    if (!period.attemptedAt().isBefore(lastTry)) {
      return current.changed(SubscriptionState.EXPIRED, owing, period, null, now);
    }
    Instant next = period.attemptedAt().plus(times.retryEvery());
    Instant due = next.isBefore(lastTry) ? next : lastTry;
    return current.changed(SubscriptionState.PAST_DUE, owing, period, due, now);
  }

  /** Why a side can not end it; empty if it can. */
  Optional<MarketplaceProblem> whyNotCancel(Subscription current) {
    if (!current.state().isLive()) {
      return Optional.of(MarketplaceProblem.SUBSCRIPTION_ENDED);
    }
    return current.standing().canceled()
        ? Optional.of(MarketplaceProblem.ALREADY_CANCELED)
        : Optional.empty();
  }

  /** One side ends it: when what is paid is over, which may be at once. */
  Subscription cancel(Subscription current, Instant now) {
    Standing ending = current.standing().endingSoon();
    return current.state() == SubscriptionState.PAST_DUE && !current.period().isAsked()
        ? end(current, SubscriptionState.CANCELED, ending, now)
        : current.changed(current.state(), ending, current.period(), current.dueAt(), now);
  }

  /**
   * Why the buyer can not agree to new terms; empty if they can.
   *
   * @param offered the terms that the listing has now, if it is still sold by the month
   * @param price that the buyer believes them to have
   */
  Optional<MarketplaceProblem> whyNotConsent(
      Subscription current, @Nullable Terms offered, Credits price) {
    if (!current.state().isLive() || current.standing().canceled()) {
      return Optional.of(MarketplaceProblem.SUBSCRIPTION_ENDED);
    }
    if (offered == null || offered.equals(current.plan().terms())) {
      return Optional.of(MarketplaceProblem.NO_NEW_TERMS);
    }
    return offered.price().equals(price)
        ? Optional.empty()
        : Optional.of(MarketplaceProblem.TERMS_CHANGED);
  }

  /** The buyer agrees to new terms, from the next payment on. */
  Subscription consent(Subscription current, Terms offered, Instant now) {
    return current.changed(current.plan().withTerms(offered), now);
  }

  private static Subscription end(
      Subscription current, SubscriptionState state, Standing standing, Instant now) {
    return current.changed(state, standing, current.period(), null, now);
  }
}
