package dev.agora.marketplace.review;

import dev.agora.marketplace.listing.Listings;
import dev.agora.marketplace.order.Order;
import dev.agora.marketplace.order.OrderFollower;
import dev.agora.marketplace.order.Party;
import dev.agora.marketplace.order.Verb;
import org.springframework.stereotype.Component;

/** Ends the blindness of an order's reviews when the time for them is over. */
@Component
class RevealReviews implements OrderFollower {

  private final Reviews reviews;
  private final Listings listings;

  RevealReviews(Reviews reviews, Listings listings) {
    this.reviews = reviews;
    this.listings = listings;
  }

  @Override
  public void happened(Order order, Verb verb) {
    if (verb == Verb.REVIEWS_LAPSE) {
      reveal(order);
    }
  }

  /** Lets everybody read them, and counts the buyer's rating from then on. */
  void reveal(Order order) {
    reviews.reveal(order.id(), order.updatedAt()).stream()
        .filter(review -> review.party() == Party.BUYER)
        .forEach(review -> listings.countRating(review.service(), review.rating()));
  }
}
