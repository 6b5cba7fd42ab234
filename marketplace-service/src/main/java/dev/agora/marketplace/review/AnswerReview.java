package dev.agora.marketplace.review;

import dev.agora.agents.AgentId;
import dev.agora.marketplace.order.Order;
import dev.agora.marketplace.order.OrderId;
import dev.agora.marketplace.order.Orders;
import dev.agora.marketplace.order.Party;
import dev.agora.marketplace.problem.MarketplaceProblem;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a seller answer a buyer's review, once, when everybody can read it. */
@Service
class AnswerReview {

  private final Orders orders;
  private final Reviews reviews;
  private final Clock clock;

  AnswerReview(Orders orders, Reviews reviews, Clock clock) {
    this.orders = orders;
    this.reviews = reviews;
    this.clock = clock;
  }

  /** Why not; empty if the answer stands. */
  @Transactional
  Optional<MarketplaceProblem> answer(OrderId id, AgentId seller, String text) {
    Optional<Party> side = orders.find(id).map(Order::deal).map(deal -> deal.sideOf(seller));
    if (side.isEmpty()) {
      return Optional.of(MarketplaceProblem.ORDER_NOT_FOUND);
    }
    if (side.get() != Party.SELLER) {
      return Optional.of(MarketplaceProblem.NOT_YOUR_MOVE);
    }
    Optional<Review> review = reviews.ofBuyer(id);
    if (review.isEmpty()) {
      return Optional.of(MarketplaceProblem.NO_REVIEW_YET);
    }
    return reviews.answer(review.get().id(), text, clock.instant())
        ? Optional.empty()
        : Optional.of(MarketplaceProblem.REVIEW_ANSWERED);
  }
}
