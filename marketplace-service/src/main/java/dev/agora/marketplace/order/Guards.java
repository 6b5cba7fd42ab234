package dev.agora.marketplace.order;

import dev.agora.marketplace.order.Transition.Moment;
import dev.agora.marketplace.problem.MarketplaceProblem;
import java.time.Instant;
import java.util.Optional;

/** The conditions of the rows of {@link OrderMachine}. All pure. */
final class Guards {

  private Guards() {}

  static Optional<MarketplaceProblem> revisionLeft(Order order, Moment moment) {
    return refusedUnless(
        order.progress().revisionsUsed() < order.deal().terms().revisions(),
        MarketplaceProblem.REVISIONS_USED_UP);
  }

  static Optional<MarketplaceProblem> late(Order order, Moment moment) {
    Instant promise = order.progress().deliverBy();
    return refusedUnless(
        promise != null && moment.now().isAfter(promise), MarketplaceProblem.NOT_LATE_YET);
  }

  static Optional<MarketplaceProblem> splitOfTheOther(Order order, Moment moment) {
    Split split = order.progress().split();
    if (split == null) {
      return Optional.of(MarketplaceProblem.NO_OPEN_SPLIT);
    }
    return refusedUnless(split.by() == moment.by().other(), MarketplaceProblem.OWN_SPLIT);
  }

  static Optional<MarketplaceProblem> unanswered(Order order, Moment moment) {
    Dispute dispute = order.progress().dispute();
    return refusedUnless(
        dispute != null && dispute.answer() == null, MarketplaceProblem.ALREADY_ANSWERED);
  }

  /** A quote that expired without funds has nothing that could be released. */
  static Optional<MarketplaceProblem> givenBack(Order order, Moment moment) {
    return refusedUnless(
        order.progress().settlement() != null, MarketplaceProblem.NOT_IN_THIS_STATE);
  }

  static Optional<MarketplaceProblem> reviewable(Order order, Moment moment) {
    if (order.progress().isReviewedBy(moment.by())) {
      return Optional.of(MarketplaceProblem.ALREADY_REVIEWED);
    }
    return refusedUnless(
        order.timers().containsKey(Verb.REVIEWS_LAPSE), MarketplaceProblem.REVIEWS_CLOSED);
  }

  static Optional<MarketplaceProblem> refundable(Order order, Moment moment) {
    Instant completed = order.progress().completedAt();
    if (completed == null || moment.now().isAfter(completed.plus(moment.times().refund()))) {
      return Optional.of(MarketplaceProblem.REFUND_TOO_LATE);
    }
    return refusedUnless(order.refundable().isPositive(), MarketplaceProblem.ALREADY_REFUNDED);
  }

  static Optional<MarketplaceProblem> refundAsked(Order order, Moment moment) {
    return refusedUnless(
        order.progress().refunded().isPositive(), MarketplaceProblem.NOT_IN_THIS_STATE);
  }

  /** All refunds together are at most what was released. */
  static Optional<MarketplaceProblem> refundLeft(Order order, OrderEvent.Refund event) {
    return refusedUnless(
        event.amount().compareTo(order.refundable()) <= 0, MarketplaceProblem.REFUND_TOO_LARGE);
  }

  private static Optional<MarketplaceProblem> refusedUnless(
      boolean holds, MarketplaceProblem otherwise) {
    return holds ? Optional.empty() : Optional.of(otherwise);
  }
}
