package dev.agora.marketplace.subscription;

import dev.agora.agents.AgentId;
import dev.agora.marketplace.listing.EntityTag;
import dev.agora.marketplace.listing.Listing;
import dev.agora.marketplace.listing.ListingStatus;
import dev.agora.marketplace.listing.Listings;
import dev.agora.marketplace.listing.PriceUnit;
import dev.agora.marketplace.listing.Terms;
import dev.agora.marketplace.problem.MarketplaceProblem;
import dev.agora.money.Credits;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Lets a buyer agree to what the seller has made of the listing since; nothing else does. */
@Service
class ConsentToTerms {

  private final ChangeSubscription change;
  private final SubscriptionMachine machine;
  private final Listings listings;

  ConsentToTerms(ChangeSubscription change, SubscriptionMachine machine, Listings listings) {
    this.change = change;
    this.machine = machine;
    this.listings = listings;
  }

  /** The listing's terms, if they are no longer those of the subscription; null otherwise. */
  @Nullable Terms offer(Subscription subscription) {
    Terms offered = listed(subscription);
    return subscription.state().isLive() && !subscription.plan().terms().equals(offered)
        ? offered
        : null;
  }

  SubscriptionResult consent(
      SubscriptionId id, AgentId agent, Credits price, EntityTag.Condition condition) {
    return change.change(
        id,
        it -> it.plan().buyer().equals(agent) || it.plan().seller().equals(agent),
        condition,
        (current, now) ->
            current.plan().buyer().equals(agent)
                ? consented(current, price, now)
                : new SubscriptionResult.Refused(
                    MarketplaceProblem.NOT_YOUR_MOVE, "New terms need the buyer's consent."));
  }

  private SubscriptionResult consented(Subscription current, Credits price, Instant now) {
    Terms offered = listed(current);
    MarketplaceProblem against = machine.whyNotConsent(current, offered, price).orElse(null);
    return against == null && offered != null
        ? new SubscriptionResult.Done(machine.consent(current, offered, now))
        : new SubscriptionResult.Refused(
            against == null ? MarketplaceProblem.NO_NEW_TERMS : against, detail(offered));
  }

  private static String detail(@Nullable Terms offered) {
    return offered == null
        ? "The service is no longer sold by the month."
        : "The service costs " + offered.price() + " credits a month now.";
  }

  private @Nullable Terms listed(Subscription subscription) {
    return listings
        .find(subscription.plan().service())
        .filter(listing -> listing.status() != ListingStatus.WITHDRAWN)
        .map(Listing::terms)
        .filter(terms -> terms.unit() == PriceUnit.PER_MONTH)
        .orElse(null);
  }
}
