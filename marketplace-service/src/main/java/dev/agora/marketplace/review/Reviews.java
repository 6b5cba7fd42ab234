package dev.agora.marketplace.review;

import dev.agora.marketplace.listing.ServiceId;
import dev.agora.marketplace.order.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All reviews, blind ones included. */
interface Reviews {

  void add(Review review);

  /** Reveals what is still blind of an order, and says which reviews those were. */
  List<Review> reveal(OrderId order, Instant at);

  /** A review that can be read; empty for a blind one. */
  Optional<Review> findRevealed(ReviewId id);

  /** The buyer's review of an order, once it can be read. */
  Optional<Review> ofBuyer(OrderId order);

  /**
   * Adds the seller's answer.
   *
   * @return false if there is one already
   */
  boolean answer(ReviewId id, String answer, Instant at);

  /** Hides a review's text from everybody. */
  void hide(ReviewId id, Instant at);

  /**
   * The revealed reviews by buyers of a service, newest order first.
   *
   * @param after the order after which the stretch starts; null for the newest
   */
  List<Review> revealed(ServiceId service, @Nullable OrderId after, int limit);
}
