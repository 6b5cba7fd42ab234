package dev.agora.marketplace.order;

import static dev.agora.marketplace.order.OrderState.CANCELED;
import static dev.agora.marketplace.order.OrderState.COMPLETED;
import static dev.agora.marketplace.order.OrderState.DECLINED;
import static dev.agora.marketplace.order.OrderState.DELIVERED;
import static dev.agora.marketplace.order.OrderState.DISPUTED;
import static dev.agora.marketplace.order.OrderState.EXPIRED;
import static dev.agora.marketplace.order.OrderState.FUNDED;
import static dev.agora.marketplace.order.OrderState.IN_PROGRESS;
import static dev.agora.marketplace.order.OrderState.PARTIALLY_REFUNDED;
import static dev.agora.marketplace.order.OrderState.QUOTED;
import static dev.agora.marketplace.order.OrderState.REFUNDED;
import static dev.agora.marketplace.order.OrderState.REJECTED;
import static dev.agora.marketplace.order.OrderState.SETTLING;
import static dev.agora.marketplace.order.Party.ARBITER;
import static dev.agora.marketplace.order.Party.BUYER;
import static dev.agora.marketplace.order.Party.LEDGER;
import static dev.agora.marketplace.order.Party.SELLER;
import static dev.agora.marketplace.order.Party.TIMER;
import static dev.agora.marketplace.order.Transition.on;

import dev.agora.marketplace.problem.MarketplaceProblem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can happen to an order: the one definition behind every change, every refusal and every list
 * of next actions. Pure and thread-safe.
 */
public final class OrderMachine {

  // In the order of the economy's table.
  private static final List<Transition<?>> TABLE =
      List.of(
          on(QUOTED, Verb.FUND, LEDGER, Effects::fund).to(FUNDED, IN_PROGRESS),
          on(QUOTED, Verb.REFUSE_FUNDS, LEDGER, OrderEvent.RefuseFunds.class, Effects::refuseFunds)
              .to(REJECTED),
          on(QUOTED, Verb.QUOTE_LAPSES, TIMER, Effects::expireQuote).to(EXPIRED),
          on(EXPIRED, Verb.FUND, LEDGER, Effects::giveBackSoon),
          on(EXPIRED, Verb.GIVE_BACK, TIMER, Effects::giveBack),
          on(FUNDED, Verb.ACCEPT, SELLER, Effects::startWork).to(IN_PROGRESS),
          on(FUNDED, Verb.DECLINE, SELLER, (order, event, at) -> Effects.end(order, DECLINED))
              .to(DECLINED),
          on(FUNDED, Verb.CANCEL, BUYER, (order, event, at) -> Effects.end(order, CANCELED))
              .to(CANCELED),
          on(FUNDED, Verb.ACCEPT_LAPSES, TIMER, (order, event, at) -> Effects.end(order, EXPIRED))
              .to(EXPIRED),
          on(IN_PROGRESS, Verb.DELIVER, SELLER, Effects::deliver).to(DELIVERED),
          on(
                  IN_PROGRESS,
                  Verb.DELIVERY_LAPSES,
                  TIMER,
                  (order, event, at) -> Effects.end(order, REFUNDED))
              .to(REFUNDED),
          on(DELIVERED, Verb.APPROVE, BUYER, Effects::approve).to(SETTLING),
          on(DELIVERED, Verb.INSPECTION_LAPSES, TIMER, Effects::approve).to(SETTLING),
          on(DELIVERED, Verb.REVISE, BUYER, Effects::revise)
              .to(IN_PROGRESS)
              .provided(Guards::revisionLeft),
          split(IN_PROGRESS, BUYER),
          split(IN_PROGRESS, SELLER),
          split(DELIVERED, BUYER),
          split(DELIVERED, SELLER),
          split(DISPUTED, BUYER),
          split(DISPUTED, SELLER),
          acceptSplit(IN_PROGRESS, BUYER),
          acceptSplit(IN_PROGRESS, SELLER),
          acceptSplit(DELIVERED, BUYER),
          acceptSplit(DELIVERED, SELLER),
          acceptSplit(DISPUTED, BUYER),
          acceptSplit(DISPUTED, SELLER),
          on(IN_PROGRESS, Verb.SPLIT_LAPSES, TIMER, Effects::lapseSplit),
          on(DELIVERED, Verb.SPLIT_LAPSES, TIMER, Effects::lapseSplit),
          on(DISPUTED, Verb.SPLIT_LAPSES, TIMER, Effects::lapseSplit),
          dispute(DELIVERED),
          dispute(IN_PROGRESS).provided(Guards::late),
          on(DISPUTED, Verb.ANSWER, SELLER, OrderEvent.AnswerDispute.class, Effects::answer)
              .provided(Guards::unanswered),
          on(DISPUTED, Verb.RULED_BY_FACTS, TIMER, Effects::ruleByFacts).to(SETTLING),
          on(DISPUTED, Verb.ANSWER_LAPSES, TIMER, Effects::concede).to(SETTLING),
          on(
              DISPUTED,
              Verb.RULING_LAPSES,
              TIMER,
              (order, event, at) -> Effects.stop(order, Verb.RULING_LAPSES)),
          on(DISPUTED, Verb.RULE, ARBITER, OrderEvent.RuleDispute.class, Effects::rule)
              .to(SETTLING),
          on(SETTLING, Verb.SETTLED, LEDGER, Effects::settled).to(COMPLETED, PARTIALLY_REFUNDED),
          released(SETTLING).to(REFUNDED),
          released(DECLINED),
          released(CANCELED),
          released(EXPIRED).provided(Guards::givenBack),
          released(REFUNDED),
          on(COMPLETED, Verb.REFUND, SELLER, OrderEvent.Refund.class, Effects::refund)
              .provided(Guards::refundable)
              .within(Guards::refundLeft),
          on(COMPLETED, Verb.REFUND_POSTED, LEDGER, (order, event, at) -> Effects.note(order))
              .provided(Guards::refundAsked),
          on(
                  COMPLETED,
                  Verb.REFUND_REFUSED,
                  LEDGER,
                  OrderEvent.RefuseRefund.class,
                  Effects::refuseRefund)
              .provided(Guards::refundAsked),
          review(BUYER),
          review(SELLER),
          on(
              COMPLETED,
              Verb.REVIEWS_LAPSE,
              TIMER,
              (order, event, at) -> Effects.stop(order, Verb.REVIEWS_LAPSE)));

  private final OrderTimes times;

  public OrderMachine(OrderTimes times) {
    this.times = times;
  }

  /** A new order, not yet stored: quoted, its funds asked for. */
  public Order quote(OrderId id, Deal deal) {
    Order fresh = new Order(id, deal, QUOTED, Progress.NONE, Map.of(), 1, deal.at());
    return fresh.withTimer(Verb.QUOTE_LAPSES, deal.at().plus(times.quote()));
  }

  /** What an event does at a moment; the clock's own events that are due come before it. */
  public Next next(Order order, OrderEvent event, Party by, Instant now) {
    Transition.Moment moment = new Transition.Moment(by, now, times);
    List<Transition<?>> candidates =
        TABLE.stream()
            .filter(row -> row.from() == order.state() && row.verb() == event.verb())
            .toList();
    Optional<Transition<?>> own = candidates.stream().filter(row -> row.by() == by).findFirst();
    if (own.isEmpty()) {
      return candidates.isEmpty() ? notInThisState(order, event) : notYourMove(order, event);
    }
    return own.get()
        .refusal(order, event, moment)
        .<Next>map(code -> new Next.Refused(code, code.title()))
        .orElseGet(
            () -> {
              Next.Changed changed = own.get().apply(order, event, moment);
              return new Next.Changed(changed.order().revised(now), changed.funds());
            });
  }

  /** What a party could do now, in the order of the table. */
  public List<Verb> nextActions(Order order, Party by, Instant now) {
    Transition.Moment moment = new Transition.Moment(by, now, times);
    return TABLE.stream()
        .filter(row -> row.from() == order.state() && row.by() == by)
        .filter(row -> row.guard().refusal(order, moment).isEmpty())
        .map(Transition::verb)
        .toList();
  }

  static List<Transition<?>> table() {
    return TABLE;
  }

  private static Transition<OrderEvent.ProposeSplit> split(OrderState from, Party by) {
    return on(from, Verb.SPLIT, by, OrderEvent.ProposeSplit.class, Effects::proposeSplit);
  }

  private static Transition<OrderEvent.Plain> acceptSplit(OrderState from, Party by) {
    return on(from, Verb.ACCEPT_SPLIT, by, Effects::acceptSplit)
        .to(SETTLING)
        .provided(Guards::splitOfTheOther);
  }

  private static Transition<OrderEvent.OpenDispute> dispute(OrderState from) {
    return on(from, Verb.DISPUTE, BUYER, OrderEvent.OpenDispute.class, Effects::dispute)
        .to(DISPUTED);
  }

  private static Transition<OrderEvent.Plain> released(OrderState from) {
    return on(from, Verb.RELEASED, LEDGER, Effects::released);
  }

  private static Transition<OrderEvent.Plain> review(Party by) {
    return on(COMPLETED, Verb.REVIEW, by, Effects::review).provided(Guards::reviewable);
  }

  private static Next notInThisState(Order order, OrderEvent event) {
    return new Next.Refused(
        MarketplaceProblem.NOT_IN_THIS_STATE,
        "The order is %s; %s is not possible then."
            .formatted(order.state(), event.verb().wireName()));
  }

  private static Next notYourMove(Order order, OrderEvent event) {
    return new Next.Refused(
        MarketplaceProblem.NOT_YOUR_MOVE,
        "While the order is %s, %s is for the other side."
            .formatted(order.state(), event.verb().wireName()));
  }
}
