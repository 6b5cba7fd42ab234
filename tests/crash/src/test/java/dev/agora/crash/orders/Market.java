package dev.agora.crash.orders;

import static dev.agora.crash.orders.Books.require;

import dev.agora.agents.AgentId;
import dev.agora.ledger.account.PlatformAccount;
import dev.agora.ledger.posting.Entry;
import dev.agora.ledger.posting.Hold;
import dev.agora.ledger.posting.HoldStatus;
import dev.agora.ledger.posting.Outcome;
import dev.agora.ledger.posting.Posting;
import dev.agora.marketplace.listing.Category;
import dev.agora.marketplace.listing.PriceUnit;
import dev.agora.marketplace.listing.ServiceId;
import dev.agora.marketplace.listing.Terms;
import dev.agora.marketplace.order.Deal;
import dev.agora.marketplace.order.Next;
import dev.agora.marketplace.order.Order;
import dev.agora.marketplace.order.OrderEvent;
import dev.agora.marketplace.order.OrderId;
import dev.agora.marketplace.order.OrderMachine;
import dev.agora.marketplace.order.OrderState;
import dev.agora.marketplace.order.OrderTimes;
import dev.agora.marketplace.order.Party;
import dev.agora.marketplace.order.RefundId;
import dev.agora.marketplace.order.Settlement;
import dev.agora.marketplace.order.Verb;
import dev.agora.money.Credits;
import dev.agora.money.FeeRate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Orders as marketplace-service keeps them, beside the ledger: what one asks of the other arrives
 * late, in any order that a saga allows, and more than once.
 */
final class Market {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final FeeRate FEE = FeeRate.ofBasisPoints(500);
  static final Set<OrderState> ENDS =
      Set.of(
          OrderState.REJECTED,
          OrderState.COMPLETED,
          OrderState.PARTIALLY_REFUNDED,
          OrderState.REFUNDED,
          OrderState.DECLINED,
          OrderState.CANCELED,
          OrderState.EXPIRED);

  private final OrderMachine machine = new OrderMachine(OrderTimes.standard());
  private final List<String> agents = List.of(id("agt", 1), id("agt", 2));
  private final Books books = new Books(agents, NOON);
  private final Map<OrderId, Order> orders = new LinkedHashMap<>();
  private final List<Command> commands = new ArrayList<>();
  private Instant now = NOON;
  private int refunds;
  private long feesReturned;

  /** What the ledger was asked, and what the order learns of the answer. */
  private record Command(OrderId order, Posting posting, Function<Outcome, OrderEvent> answer) {}

  /** Where the orders have ended. */
  List<OrderState> ends() {
    return orders.values().stream().map(Order::state).toList();
  }

  int commands() {
    return commands.size();
  }

  /** Somebody buys from the other one. */
  void buy(int buyer, Credits price, boolean autoAccept) {
    int number = orders.size() + 1;
    Terms terms =
        new Terms(
            "Work",
            "Done.",
            Category.PROBLEM_SOLVING,
            List.of(),
            price,
            PriceUnit.PER_PROBLEM,
            Duration.ofHours(10),
            autoAccept,
            2,
            null,
            null);
    Deal deal =
        new Deal(
            new ServiceId(id("svc", number)),
            new AgentId(agents.get(buyer)),
            new AgentId(agents.get(1 - buyer)),
            terms,
            FEE,
            id("hld", number),
            null,
            now);
    Order order = machine.quote(new OrderId(id("ord", number)), deal);
    orders.put(order.id(), order);
    commands.add(new Command(order.id(), Commands.place(order), Market::funded));
  }

  /** Somebody tries something with an order; most of it is refused. */
  void act(int which, Party by, OrderEvent event) {
    change(nth(which), by, event);
  }

  /** The seller tries to give back. */
  void giveBack(int which, Credits amount) {
    refunds++;
    RefundId refund = new RefundId(id("orf", refunds));
    change(nth(which), Party.SELLER, new OrderEvent.Refund(refund, amount, "sorry"));
  }

  /** Time goes by; whoever looks next sees what is due. */
  void pass(Duration time) {
    now = now.plus(time);
  }

  /** The sweep comes round. */
  void sweep() {
    orders.keySet().forEach(this::catchUp);
  }

  /** The ledger gets a command, once or twice, and the order its answer. */
  void deliver(int which, boolean twice) {
    Command command = commands.remove(which % commands.size());
    Outcome outcome = books.post(command.posting());
    if (twice) {
      Outcome again = books.post(command.posting());
      require(
          outcome instanceof Outcome.Rejected || again instanceof Outcome.AlreadyPosted,
          "%s the second time",
          again);
    }
    change(command.order(), Party.LEDGER, command.answer().apply(outcome));
  }

  /** What holds at every moment. */
  void check() {
    books.check();
    orders.values().forEach(this::check);
  }

  private void check(Order order) {
    Settlement settlement = order.progress().settlement();
    if (settlement == null) {
      return;
    }
    require(
        settlement
            .buyerRefund()
            .plus(settlement.sellerNet())
            .plus(settlement.fee())
            .equals(order.deal().price()),
        "%s does not add up",
        settlement);
    if (settlement.postedAt() != null) {
      Hold hold = books.hold(order.deal().holdId());
      require(hold.captured().equals(settlement.sellerGross()), "%s is not %s", hold, settlement);
      require(hold.lots().isEmpty(), "%s still holds", hold);
    } else {
      require(
          books.hold(order.deal().holdId()).amount().equals(order.deal().price()),
          "a settlement of what was never held: %s",
          order);
    }
  }

  /** Everybody goes home: all messages arrive, all time passes, arbiters rule what is left. */
  void end() {
    for (int round = 0; round < 1_000 && !isOver(); round++) {
      while (!commands.isEmpty()) {
        deliver(0, false);
      }
      pass(Duration.ofDays(8));
      sweep();
      orders.values().stream()
          .filter(order -> order.state() == OrderState.DISPUTED && order.timers().isEmpty())
          .map(Order::id)
          .toList()
          .forEach(id -> change(id, Party.ARBITER, new OrderEvent.RuleDispute(3_333, "so", "hum")));
      check();
    }
    require(isOver(), "an order does not end: %s", orders.values());
    require(books.held() == 0, "%s are held of ended orders", books.held());
    orders.values().forEach(this::checkEnd);
    require(books.fees() == feesOfOrders() - feesReturned, "fees are %s", books.fees());
  }

  private boolean isOver() {
    return commands.isEmpty()
        && orders.values().stream()
            .allMatch(order -> ENDS.contains(order.state()) && order.timers().isEmpty());
  }

  private void checkEnd(Order order) {
    Settlement settlement = order.progress().settlement();
    if (settlement != null) {
      require(settlement.postedAt() != null, "%s ended without being posted", order);
      HoldStatus status = books.hold(order.deal().holdId()).status();
      require(
          status == (settlement.sellerGross().isZero() ? HoldStatus.RELEASED : HoldStatus.CAPTURED),
          "%s after %s",
          status,
          settlement);
    }
  }

  private long feesOfOrders() {
    return orders.values().stream()
        .map(order -> order.progress().settlement())
        .mapToLong(settlement -> settlement == null ? 0 : settlement.fee().micros())
        .sum();
  }

  private void change(OrderId id, Party by, OrderEvent event) {
    catchUp(id);
    Order order = order(id);
    if (machine.next(order, event, by, now) instanceof Next.Changed changed) {
      store(changed, event);
    }
  }

  private void catchUp(OrderId id) {
    Optional<Map.Entry<Verb, Instant>> due = order(id).due(now);
    while (due.isPresent()) {
      OrderEvent event = new OrderEvent.Plain(due.get().getKey());
      Next next = machine.next(order(id), event, Party.TIMER, due.get().getValue());
      require(next instanceof Next.Changed, "a timer that its state does not know: %s", next);
      store((Next.Changed) next, event);
      due = order(id).due(now);
    }
  }

  private void store(Next.Changed changed, OrderEvent event) {
    Order order = changed.order();
    orders.put(order.id(), order);
    switch (changed.funds()) {
      case KEEP -> {}
      case RELEASE ->
          commands.add(
              new Command(
                  order.id(),
                  Commands.release(order),
                  outcome -> new OrderEvent.Plain(Verb.RELEASED)));
      case SETTLE ->
          commands.add(
              new Command(
                  order.id(),
                  Commands.settle(order),
                  outcome -> new OrderEvent.Plain(Verb.SETTLED)));
    }
    if (event instanceof OrderEvent.Refund refund) {
      commands.add(
          new Command(
              order.id(), Commands.refund(order, refund), outcome -> refunded(refund, outcome)));
    }
  }

  private static OrderEvent funded(Outcome outcome) {
    return outcome instanceof Outcome.Rejected(var reason, var grounds)
        ? new OrderEvent.RefuseFunds(reason.name(), null)
        : new OrderEvent.Plain(Verb.FUND);
  }

  private OrderEvent refunded(OrderEvent.Refund refund, Outcome outcome) {
    if (outcome instanceof Outcome.Rejected(var reason, var grounds)) {
      return new OrderEvent.RefuseRefund(refund.amount(), reason.name());
    }
    if (outcome instanceof Outcome.Accepted accepted) {
      feesReturned -=
          accepted.entries().stream()
              .filter(entry -> entry.account() == PlatformAccount.FEES_MARKETPLACE)
              .mapToLong(Entry::units)
              .sum();
    }
    return new OrderEvent.Plain(Verb.REFUND_POSTED);
  }

  private Order order(OrderId id) {
    return Objects.requireNonNull(orders.get(id));
  }

  private OrderId nth(int which) {
    return List.copyOf(orders.keySet()).get(which % orders.size());
  }

  private static String id(String prefix, int number) {
    return "%s_%032x".formatted(prefix, number);
  }
}
