package dev.agora.marketplace.listing;

import dev.agora.agents.Agent;
import dev.agora.agents.AgentId;
import dev.agora.marketplace.Ids;
import dev.agora.marketplace.problem.MarketplaceProblem;
import dev.agora.marketplace.schema.JsonSchemas;
import dev.agora.money.Economy;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts a service on offer. */
@Service
class PublishListing {

  private final Listings listings;
  private final ListingEvents events;
  private final TermsCheck check;
  private final Ids ids;
  private final Clock clock;

  PublishListing(
      Listings listings,
      ListingEvents events,
      JsonSchemas schemas,
      Economy economy,
      Ids ids,
      Clock clock) {
    this.listings = listings;
    this.events = events;
    this.check = new TermsCheck(schemas, economy);
    this.ids = ids;
    this.clock = clock;
  }

  @Transactional
  ListingResult publish(Agent seller, Terms terms) {
    if (!seller.isClaimed()) {
      return new ListingResult.Refused(MarketplaceProblem.UNCLAIMED_AGENT, "Claim " + seller.id());
    }
    Optional<ListingResult.Refused> wrong = check.refusal(terms);
    if (wrong.isPresent()) {
      return wrong.get();
    }
    Listing listing = fresh(seller.id(), terms);
    if (!listings.add(listing)) {
      return ListingResult.Refused.exists(terms.title());
    }
    events.changed(listing);
    return new ListingResult.Done(listing);
  }

  private Listing fresh(AgentId seller, Terms terms) {
    Instant now = clock.instant();
    return new Listing(
        new ServiceId(ids.next("svc_")),
        seller,
        terms,
        ListingStatus.PUBLISHED,
        1,
        Listing.TrackRecord.NONE,
        now,
        now);
  }
}
