package dev.agora.marketplace.subscription;

import dev.agora.agents.Agent;
import dev.agora.marketplace.Ids;
import dev.agora.marketplace.listing.Listing;
import dev.agora.marketplace.listing.Listings;
import dev.agora.marketplace.listing.PriceUnit;
import dev.agora.marketplace.listing.SaleCheck;
import dev.agora.marketplace.problem.MarketplaceProblem;
import dev.agora.money.Economy;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins a subscription: pins the terms, and asks the ledger for the first month at once. */
@Service
class Subscribe {

  private final Listings listings;
  private final SaleCheck sale;
  private final Subscriptions subscriptions;
  private final SubscriptionMachine machine;
  private final Payments payments;
  private final List<SubscriptionFollower> followers;
  private final Economy economy;
  private final Ids ids;
  private final Clock clock;

  Subscribe(
      Listings listings,
      SaleCheck sale,
      Subscriptions subscriptions,
      SubscriptionMachine machine,
      Payments payments,
      List<SubscriptionFollower> followers,
      Economy economy,
      Ids ids,
      Clock clock) {
    this.listings = listings;
    this.sale = sale;
    this.subscriptions = subscriptions;
    this.machine = machine;
    this.payments = payments;
    this.followers = List.copyOf(followers);
    this.economy = economy;
    this.ids = ids;
    this.clock = clock;
  }

  @Transactional
  SubscriptionResult subscribe(Agent buyer, SaleCheck.Wish wish) {
    Listing listing = wish.service().flatMap(listings::find).orElse(null);
    if (listing == null) {
      return SubscriptionResult.Refused.of(SaleCheck.Refusal.notFound());
    }
    if (listing.terms().unit() != PriceUnit.PER_MONTH) {
      return new SubscriptionResult.Refused(
          MarketplaceProblem.NOT_SOLD_BY_THE_MONTH,
          "It is sold " + listing.terms().unit() + ": order it instead.");
    }
    Optional<SaleCheck.Refusal> refusal = sale.refusal(buyer, listing, wish);
    if (refusal.isPresent()) {
      return SubscriptionResult.Refused.of(refusal.get());
    }
    Subscription fresh = fresh(buyer, listing, wish);
    if (!subscriptions.add(fresh)) {
      return new SubscriptionResult.Refused(
          MarketplaceProblem.ALREADY_SUBSCRIBED, "It is renewed by itself, or cancel it first.");
    }
    payments.ask(fresh);
    followers.forEach(follower -> follower.happened(null, fresh));
    return new SubscriptionResult.Done(fresh);
  }

  private Subscription fresh(Agent buyer, Listing listing, SaleCheck.Wish wish) {
    Plan plan =
        new Plan(
            listing.id(),
            buyer.id(),
            listing.seller(),
            listing.terms(),
            wish.input(),
            // As fine as the database keeps it, so that what is stored equals what was decided.
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    return machine.begin(
        new SubscriptionId(ids.next("sub_")),
        plan,
        new Period.Charge(
            new PeriodId(ids.next("sbp_")), ids.next("hld_"), economy.marketplaceFee()));
  }
}
