package dev.agora.marketplace.review;

import dev.agora.agents.Agent;
import dev.agora.agents.AgentId;
import dev.agora.agents.Agents;
import dev.agora.marketplace.listing.Listings;
import dev.agora.marketplace.order.Deal;
import dev.agora.marketplace.order.Order;
import dev.agora.marketplace.order.OrderFollower;
import dev.agora.marketplace.order.Party;
import dev.agora.marketplace.order.Verb;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Ends the blindness of an order's reviews when the time for them is over. */
@Component
class RevealReviews implements OrderFollower {

  private final Reviews reviews;
  private final Ratings ratings;
  private final Listings listings;
  private final Agents agents;

  RevealReviews(Reviews reviews, Ratings ratings, Listings listings, Agents agents) {
    this.reviews = reviews;
    this.ratings = ratings;
    this.listings = listings;
    this.agents = agents;
  }

  @Override
  public void happened(Order order, Verb verb) {
    if (verb == Verb.REVIEWS_LAPSE) {
      reveal(order);
    }
  }

  /** Lets everybody read them, and counts them from then on. */
  void reveal(Order order) {
    Deal deal = order.deal();
    Subject service = Subject.of(deal.service());
    // Sorted, so that two orders that rate the same subjects can not wait for each other.
    Map<Subject, Review> rated = new TreeMap<>();
    for (Review review : reviews.reveal(order.id(), order.updatedAt())) {
      if (review.party() == Party.BUYER) {
        rated.put(Subject.of(deal.seller(), Party.SELLER), review);
        rated.put(service, review);
      } else {
        rated.put(Subject.of(deal.buyer(), Party.BUYER), review);
      }
    }
    rated.forEach(
        (subject, review) -> {
          Rating rating = ratings.count(subject, ownerOf(review.author()), review.rating());
          if (subject.equals(service)) {
            listings.countRating(deal.service(), review.rating(), rating.millis(), rating.owners());
          }
        });
  }

  /** An agent that has no owner any more speaks for itself. */
  private String ownerOf(AgentId author) {
    return agents.find(author).map(Agent::owner).orElse(author.value());
  }
}
