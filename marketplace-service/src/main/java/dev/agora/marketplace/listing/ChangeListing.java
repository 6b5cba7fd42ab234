package dev.agora.marketplace.listing;

import dev.agora.agents.AgentId;
import dev.agora.http.problem.CommonProblem;
import dev.agora.marketplace.problem.MarketplaceProblem;
import dev.agora.marketplace.schema.JsonSchemas;
import dev.agora.money.Economy;
import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes or withdraws a listing; orders in flight keep the terms they were placed on. */
@Service
class ChangeListing {

  private final Listings listings;
  private final ListingEvents events;
  private final TermsCheck check;
  private final Clock clock;

  ChangeListing(
      Listings listings, ListingEvents events, JsonSchemas schemas, Economy economy, Clock clock) {
    this.listings = listings;
    this.events = events;
    this.check = new TermsCheck(schemas, economy);
    this.clock = clock;
  }

  /** New terms made from the old ones, and whether it is on sale. */
  record Change(UnaryOperator<Terms> terms, Optional<ListingStatus> status) {}

  @Transactional
  ListingResult change(AgentId seller, ServiceId id, EntityTag.Condition condition, Change change) {
    Listing old = listings.lock(id).filter(it -> it.seller().equals(seller)).orElse(null);
    if (old == null) {
      return ListingResult.Refused.notFound();
    }
    if (!condition.admits(old.version())) {
      return new ListingResult.Refused(
          CommonProblem.STALE_VERSION, "Its version is " + old.version() + " now.");
    }
    if (old.status() == ListingStatus.WITHDRAWN) {
      return new ListingResult.Refused(
          MarketplaceProblem.SERVICE_WITHDRAWN, "Publish it anew under an id of its own.");
    }
    Terms terms = change.terms().apply(old.terms());
    Optional<ListingResult.Refused> wrong = check.refusal(terms);
    return wrong.isPresent() ? wrong.get() : stored(old, terms, change.status());
  }

  private ListingResult stored(Listing old, Terms terms, Optional<ListingStatus> status) {
    Listing listing = old.changedTo(terms, status.orElse(old.status()), clock.instant());
    if (!listings.update(listing)) {
      return ListingResult.Refused.exists(terms.title());
    }
    events.changed(listing);
    return new ListingResult.Done(listing);
  }
}
