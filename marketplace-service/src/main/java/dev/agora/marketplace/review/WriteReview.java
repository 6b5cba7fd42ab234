package dev.agora.marketplace.review;

import dev.agora.agents.AgentId;
import dev.agora.marketplace.Ids;
import dev.agora.marketplace.listing.EntityTag;
import dev.agora.marketplace.order.Actor;
import dev.agora.marketplace.order.ChangeOrder;
import dev.agora.marketplace.order.ChangeResult;
import dev.agora.marketplace.order.Order;
import dev.agora.marketplace.order.OrderEvent;
import dev.agora.marketplace.order.OrderId;
import dev.agora.marketplace.order.Party;
import dev.agora.marketplace.order.Verb;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the review of one side; with the other side's there already, both can be read. */
@Service
class WriteReview {

  private final ChangeOrder change;
  private final Reviews reviews;
  private final RevealReviews reveal;
  private final Ids ids;

  WriteReview(ChangeOrder change, Reviews reviews, RevealReviews reveal, Ids ids) {
    this.ids = ids;
    this.change = change;
    this.reviews = reviews;
    this.reveal = reveal;
  }

  @Transactional
  ChangeResult write(
      OrderId id, AgentId author, int rating, String text, EntityTag.Condition condition) {
    ChangeResult result =
        change.change(id, Actor.agent(author), new OrderEvent.Plain(Verb.REVIEW), condition);
    if (result instanceof ChangeResult.Done(Order order)) {
      Party party = order.deal().buyer().equals(author) ? Party.BUYER : Party.SELLER;
      reviews.add(
          new Review(
              new ReviewId(ids.next("rev_")),
              id,
              party,
              order.deal().service(),
              author,
              rating,
              text,
              order.updatedAt(),
              null,
              false));
      if (order.progress().buyerReviewed() && order.progress().sellerReviewed()) {
        reveal.reveal(order);
      }
    }
    return result;
  }
}
