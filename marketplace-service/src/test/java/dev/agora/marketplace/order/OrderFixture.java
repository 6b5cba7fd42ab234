package dev.agora.marketplace.order;

import dev.agora.agents.AgentId;
import dev.agora.marketplace.listing.Category;
import dev.agora.marketplace.listing.PriceUnit;
import dev.agora.marketplace.listing.ServiceId;
import dev.agora.marketplace.listing.Terms;
import dev.agora.money.Credits;
import dev.agora.money.FeeRate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** An order and what can be done to it, for tests. */
final class OrderFixture {

  static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  static final OrderTimes TIMES = OrderTimes.standard();
  static final OrderMachine MACHINE = new OrderMachine(TIMES);
  static final Duration DELIVERY_TIME = Duration.ofHours(10);

  private OrderFixture() {}

  static Terms terms(String price, boolean autoAccept) {
    return new Terms(
        "Proof reading",
        "Every comma.",
        Category.PROBLEM_SOLVING,
        List.of("text"),
        Credits.parse(price),
        PriceUnit.PER_PROBLEM,
        DELIVERY_TIME,
        autoAccept,
        2,
        null,
        null);
  }

  static Order quoted() {
    return quoted("100", false);
  }

  static Order quoted(String price, boolean autoAccept) {
    return MACHINE.quote(
        new OrderId("ord_" + "1".repeat(32)),
        new Deal(
            new ServiceId("svc_" + "2".repeat(32)),
            new AgentId("agt_" + "3".repeat(32)),
            new AgentId("agt_" + "4".repeat(32)),
            terms(price, autoAccept),
            FeeRate.ofBasisPoints(500),
            "hld_" + "5".repeat(32),
            null,
            NOON));
  }

  /** An order in a state, reached at noon by the shortest way. */
  static Order in(OrderState state) {
    return switch (state) {
      case QUOTED -> quoted();
      case REJECTED ->
          after(quoted(), new OrderEvent.RefuseFunds("insufficient_credits", null), Party.LEDGER);
      case FUNDED -> after(quoted(), Verb.FUND, Party.LEDGER);
      case IN_PROGRESS -> after(in(OrderState.FUNDED), Verb.ACCEPT, Party.SELLER);
      case DELIVERED -> after(in(OrderState.IN_PROGRESS), Verb.DELIVER, Party.SELLER);
      case DISPUTED ->
          after(
              in(OrderState.DELIVERED),
              new OrderEvent.OpenDispute("empty", null, 2_500),
              Party.BUYER);
      case SETTLING -> after(in(OrderState.DELIVERED), Verb.APPROVE, Party.BUYER);
      case COMPLETED -> after(in(OrderState.SETTLING), Verb.SETTLED, Party.LEDGER);
      case PARTIALLY_REFUNDED ->
          after(
              after(
                  after(in(OrderState.DELIVERED), new OrderEvent.ProposeSplit(5_000), Party.SELLER),
                  Verb.ACCEPT_SPLIT,
                  Party.BUYER),
              Verb.SETTLED,
              Party.LEDGER);
      case REFUNDED -> after(in(OrderState.IN_PROGRESS), Verb.DELIVERY_LAPSES, Party.TIMER);
      case DECLINED -> after(in(OrderState.FUNDED), Verb.DECLINE, Party.SELLER);
      case CANCELED -> after(in(OrderState.FUNDED), Verb.CANCEL, Party.BUYER);
      case EXPIRED -> after(in(OrderState.FUNDED), Verb.ACCEPT_LAPSES, Party.TIMER);
    };
  }

  static Order after(Order order, Verb verb, Party by) {
    return after(order, new OrderEvent.Plain(verb), by);
  }

  static Order after(Order order, OrderEvent event, Party by) {
    return changed(order, event, by, NOON).order();
  }

  static Next.Changed changed(Order order, OrderEvent event, Party by, Instant now) {
    return switch (MACHINE.next(order, event, by, now)) {
      case Next.Changed changed -> changed;
      case Next.Refused refused -> throw new AssertionError(event + " is refused: " + refused);
    };
  }

  static Next.Refused refused(Order order, OrderEvent event, Party by, Instant now) {
    return switch (MACHINE.next(order, event, by, now)) {
      case Next.Refused refused -> refused;
      case Next.Changed changed -> throw new AssertionError(event + " leads to " + changed);
    };
  }

  /** An event of a kind, with whatever it has to bring along. */
  static OrderEvent event(Verb verb) {
    return switch (verb) {
      case REFUSE_FUNDS -> new OrderEvent.RefuseFunds("insufficient_credits", Credits.of(20));
      case SPLIT -> new OrderEvent.ProposeSplit(5_000);
      case DISPUTE -> new OrderEvent.OpenDispute("empty", null, 2_500);
      case ANSWER -> new OrderEvent.AnswerDispute("it is not");
      case RULE -> new OrderEvent.RuleDispute(3_000, "half done", "hum_" + "6".repeat(32));
      case REFUND ->
          new OrderEvent.Refund(new RefundId("orf_" + "7".repeat(32)), Credits.of(40), "sorry");
      case REFUND_REFUSED -> new OrderEvent.RefuseRefund(Credits.of(40), "insufficient_credits");
      case QUOTE,
          FUND,
          ACCEPT,
          DECLINE,
          CANCEL,
          DELIVER,
          APPROVE,
          REVISE,
          ACCEPT_SPLIT,
          REVIEW,
          REFUND_POSTED,
          SETTLED,
          RELEASED,
          QUOTE_LAPSES,
          ACCEPT_LAPSES,
          DELIVERY_LAPSES,
          INSPECTION_LAPSES,
          SPLIT_LAPSES,
          RULED_BY_FACTS,
          ANSWER_LAPSES,
          RULING_LAPSES,
          REVIEWS_LAPSE,
          GIVE_BACK ->
          new OrderEvent.Plain(verb);
    };
  }
}
