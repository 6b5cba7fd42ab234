package dev.agora.marketplace.order;

import dev.agora.marketplace.order.Next.Changed;
import dev.agora.marketplace.order.Next.Funds;
import dev.agora.marketplace.order.Transition.Moment;
import dev.agora.money.Credits;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What the rows of {@link OrderMachine} do to an order. All pure. */
final class Effects {

  /** Who rules where the facts are plain. */
  static final String PLATFORM = "platform";

  private Effects() {}

  static Changed fund(Order order, OrderEvent.Plain event, Moment moment) {
    return order.deal().terms().autoAccept()
        ? startWork(order, event, moment)
        : enter(order, OrderState.FUNDED)
            .with(Verb.ACCEPT_LAPSES, moment.now().plus(moment.times().accept()))
            .keeping();
  }

  static Changed refuseFunds(Order order, OrderEvent.RefuseFunds event, Moment moment) {
    Progress.Refusal refusal = new Progress.Refusal(event.code(), event.missing());
    return enter(order, OrderState.REJECTED, order.progress().withRefusal(refusal)).keeping();
  }

  static Changed startWork(Order order, OrderEvent.Plain event, Moment moment) {
    Duration promised = order.deal().terms().deliveryTime();
    Duration grace = promised.multipliedBy(OrderTimes.GRACE_PERCENT).dividedBy(100);
    Instant deliverBy = moment.now().plus(promised);
    return enter(order, OrderState.IN_PROGRESS, order.progress().withDeliverBy(deliverBy))
        .with(Verb.DELIVERY_LAPSES, deliverBy.plus(grace))
        .keeping();
  }

  static Changed deliver(Order order, OrderEvent.Plain event, Moment moment) {
    Duration inspection = moment.times().inspection(order.deal().price());
    return enter(order, OrderState.DELIVERED)
        .with(Verb.INSPECTION_LAPSES, moment.now().plus(inspection))
        .withOpenSplit()
        .keeping();
  }

  static Changed revise(Order order, OrderEvent.Plain event, Moment moment) {
    Instant deliverBy = moment.now().plus(order.deal().terms().deliveryTime().dividedBy(2));
    Progress progress =
        order
            .progress()
            .withRevisionsUsed(order.progress().revisionsUsed() + 1)
            .withDeliverBy(deliverBy);
    return enter(order, OrderState.IN_PROGRESS, progress)
        .with(Verb.DELIVERY_LAPSES, deliverBy)
        .withOpenSplit()
        .keeping();
  }

  static Changed approve(Order order, OrderEvent.Plain event, Moment moment) {
    return settle(order, order.progress(), Settlement.WHOLE_BPS);
  }

  static Changed proposeSplit(Order order, OrderEvent.ProposeSplit event, Moment moment) {
    Split split = new Split(moment.by(), event.sellerBps());
    return keep(
        order
            .with(order.progress().withSplit(split))
            .withTimer(Verb.SPLIT_LAPSES, moment.now().plus(moment.times().split())));
  }

  static Changed acceptSplit(Order order, OrderEvent.Plain event, Moment moment) {
    Split split = order.progress().split();
    if (split == null) {
      throw new IllegalStateException("the guard lets no order without a split through");
    }
    return settle(order, order.progress(), split.sellerBps());
  }

  static Changed lapseSplit(Order order, OrderEvent.Plain event, Moment moment) {
    return keep(order.with(order.progress().withSplit(null)).withoutTimer(Verb.SPLIT_LAPSES));
  }

  /** Where nothing was ever delivered, nobody need say or judge anything. */
  static Changed dispute(Order order, OrderEvent.OpenDispute event, Moment moment) {
    Dispute dispute = Dispute.open(event, moment.now());
    Entry disputed = enter(order, OrderState.DISPUTED, order.progress().withDispute(dispute));
    boolean factsArePlain =
        order.state() == OrderState.IN_PROGRESS && order.progress().revisionsUsed() == 0;
    return factsArePlain
        ? disputed.with(Verb.RULED_BY_FACTS, moment.now()).keeping()
        : disputed.with(Verb.ANSWER_LAPSES, moment.now().plus(moment.times().answer())).keeping();
  }

  static Changed ruleByFacts(Order order, OrderEvent.Plain event, Moment moment) {
    Dispute dispute =
        openDispute(order)
            .ruled(
                new OrderEvent.RuleDispute(
                    0, "Nothing was delivered by " + order.progress().deliverBy(), PLATFORM),
                moment.now());
    return settle(order, order.progress().withDispute(dispute), 0);
  }

  static Changed answer(Order order, OrderEvent.AnswerDispute event, Moment moment) {
    Dispute dispute = openDispute(order).answered(event.answer(), moment.now());
    return enter(order, OrderState.DISPUTED, order.progress().withDispute(dispute))
        .with(Verb.RULING_LAPSES, moment.now().plus(moment.times().rule()))
        .withOpenSplit()
        .keeping();
  }

  static Changed concede(Order order, OrderEvent.Plain event, Moment moment) {
    return settle(order, order.progress(), openDispute(order).sellerBps());
  }

  static Changed rule(Order order, OrderEvent.RuleDispute event, Moment moment) {
    Dispute dispute = openDispute(order).ruled(event, moment.now());
    return settle(order, order.progress().withDispute(dispute), event.sellerBps());
  }

  static Changed settled(Order order, OrderEvent.Plain event, Moment moment) {
    Settlement posted = settlement(order).posted(moment.now());
    Progress progress = order.progress().withSettlement(posted);
    if (posted.outcome() != OrderState.COMPLETED) {
      return enter(order, posted.outcome(), progress).keeping();
    }
    return enter(order, OrderState.COMPLETED, progress.withCompletedAt(moment.now()))
        .with(Verb.REVIEWS_LAPSE, moment.now().plus(moment.times().review()))
        .keeping();
  }

  static Changed released(Order order, OrderEvent.Plain event, Moment moment) {
    Settlement posted = settlement(order).posted(moment.now());
    OrderState end = order.state() == OrderState.SETTLING ? OrderState.REFUNDED : order.state();
    return enter(order, end, order.progress().withSettlement(posted)).keeping();
  }

  static Changed refund(Order order, OrderEvent.Refund event, Moment moment) {
    Credits given = order.progress().refunded().plus(event.amount());
    return keep(order.with(order.progress().withRefunded(given)));
  }

  static Changed refuseRefund(Order order, OrderEvent.RefuseRefund event, Moment moment) {
    Credits given = order.progress().refunded().minus(event.amount());
    return keep(order.with(order.progress().withRefunded(given)));
  }

  static Changed review(Order order, OrderEvent.Plain event, Moment moment) {
    return keep(order.with(order.progress().withReviewBy(moment.by())));
  }

  static Changed expireQuote(Order order, OrderEvent.Plain event, Moment moment) {
    return enter(order, OrderState.EXPIRED).keeping();
  }

  /** Funds that came after the quote expired go back by themselves, a moment later. */
  static Changed giveBackSoon(Order order, OrderEvent.Plain event, Moment moment) {
    return keep(order.withTimer(Verb.GIVE_BACK, moment.now()));
  }

  static Changed giveBack(Order order, OrderEvent.Plain event, Moment moment) {
    return end(order, OrderState.EXPIRED);
  }

  /** Ends an order with everything given back. */
  static Changed end(Order order, OrderState state) {
    Settlement refund = Settlement.of(order.deal().price(), 0, order.deal().fee());
    return new Changed(
        enter(order, state, order.progress().withSettlement(refund)).order, Funds.RELEASE);
  }

  /** What the order itself need not know more of. */
  static Changed note(Order order) {
    return keep(order);
  }

  static Changed stop(Order order, Verb timer) {
    return keep(order.withoutTimer(timer));
  }

  private static Changed settle(Order order, Progress progress, int sellerBps) {
    Settlement settlement = Settlement.of(order.deal().price(), sellerBps, order.deal().fee());
    Funds funds = settlement.sellerGross().isZero() ? Funds.RELEASE : Funds.SETTLE;
    Entry entry = enter(order, OrderState.SETTLING, progress.withSettlement(settlement));
    return new Changed(entry.order, funds);
  }

  private static Changed keep(Order order) {
    return new Changed(order, Funds.KEEP);
  }

  private static Dispute openDispute(Order order) {
    Dispute dispute = order.progress().dispute();
    if (dispute == null) {
      throw new IllegalStateException(order.id() + " is disputed without a dispute");
    }
    return dispute;
  }

  private static Settlement settlement(Order order) {
    Settlement settlement = order.progress().settlement();
    if (settlement == null) {
      throw new IllegalStateException(order.id() + " has nothing to settle");
    }
    return settlement;
  }

  private static Entry enter(Order order, OrderState state) {
    return enter(order, state, order.progress());
  }

  private static Entry enter(Order order, OrderState state, Progress progress) {
    return new Entry(order, order.with(state, progress.withSplit(null)).withTimers(Map.of()));
  }

  /** An order that enters a state: its clocks start anew. */
  private record Entry(Order before, Order order) {

    Entry with(Verb timer, Instant at) {
      return new Entry(before, order.withTimer(timer, at));
    }

    /** An open offer to settle outlives a delivery, a revision and the answer to a dispute. */
    Entry withOpenSplit() {
      Instant lapses = before.timers().get(Verb.SPLIT_LAPSES);
      return lapses == null
          ? this
          : new Entry(
              before,
              order
                  .with(order.progress().withSplit(before.progress().split()))
                  .withTimer(Verb.SPLIT_LAPSES, lapses));
    }

    Changed keeping() {
      return keep(order);
    }
  }
}
