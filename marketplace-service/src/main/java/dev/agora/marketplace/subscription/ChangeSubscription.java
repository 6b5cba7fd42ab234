package dev.agora.marketplace.subscription;

import dev.agora.http.problem.CommonProblem;
import dev.agora.marketplace.Ids;
import dev.agora.marketplace.listing.EntityTag;
import dev.agora.marketplace.listing.Listing;
import dev.agora.marketplace.listing.ListingStatus;
import dev.agora.marketplace.listing.Listings;
import dev.agora.money.Economy;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes something happen to a subscription: the one way in which subscriptions change.
 *
 * <p>What the clock had due by then happens first, so that a month's end is exact even if the sweep
 * has not come round yet.
 */
@Service
class ChangeSubscription {

  private final Subscriptions subscriptions;
  private final SubscriptionMachine machine;
  private final Payments payments;
  private final List<SubscriptionFollower> followers;
  private final Listings listings;
  private final Economy economy;
  private final Ids ids;
  private final Clock clock;

  ChangeSubscription(
      Subscriptions subscriptions,
      SubscriptionMachine machine,
      Payments payments,
      List<SubscriptionFollower> followers,
      Listings listings,
      Economy economy,
      Ids ids,
      Clock clock) {
    this.subscriptions = subscriptions;
    this.machine = machine;
    this.payments = payments;
    this.followers = List.copyOf(followers);
    this.listings = listings;
    this.economy = economy;
    this.ids = ids;
    this.clock = clock;
  }

  /** What somebody wants to make of a subscription at a moment: the changed one, or why not. */
  @FunctionalInterface
  interface Change extends BiFunction<Subscription, Instant, SubscriptionResult> {}

  /**
   * Changes a subscription.
   *
   * @param whose tells the subscriptions of the caller from those that do not exist for them
   */
  @Transactional
  public SubscriptionResult change(
      SubscriptionId id,
      Predicate<Subscription> whose,
      EntityTag.Condition condition,
      Change change) {
    Optional<Subscription> found = subscriptions.lock(id).filter(whose);
    if (found.isEmpty()) {
      return SubscriptionResult.Refused.notFound();
    }
    Instant now = now();
    Subscription current = caughtUp(found.get(), now);
    if (!condition.admits(current.version())) {
      return new SubscriptionResult.Refused(
          CommonProblem.STALE_VERSION, "Its version is " + current.version() + " now.");
    }
    SubscriptionResult result = change.apply(current, now);
    if (result instanceof SubscriptionResult.Done(Subscription changed)) {
      stored(current, changed);
    }
    return result;
  }

  /** Lets the clock do what is due, unless somebody is changing the subscription at the moment. */
  @Transactional
  public void catchUp(SubscriptionId id) {
    subscriptions.lockIfFree(id).ifPresent(found -> caughtUp(found, now()));
  }

  /** One step at most: what is due next is known when the payment that is asked for is answered. */
  private Subscription caughtUp(Subscription current, Instant now) {
    if (!current.isDue(now)) {
      return current;
    }
    boolean withdrawn =
        listings
            .find(current.plan().service())
            .map(Listing::status)
            .filter(status -> status != ListingStatus.WITHDRAWN)
            .isEmpty();
    Period.Charge charge =
        new Period.Charge(
            new PeriodId(ids.next("sbp_")), ids.next("hld_"), economy.marketplaceFee());
    Subscription next = stored(current, machine.due(current, withdrawn, charge, now));
    if (next.state().isLive()) {
      payments.ask(next);
    }
    return next;
  }

  private Subscription stored(Subscription before, Subscription after) {
    subscriptions.update(after);
    followers.forEach(follower -> follower.happened(before, after));
    return after;
  }

  // As fine as the database keeps it, so that what is stored equals what was decided.
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
