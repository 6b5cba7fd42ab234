package dev.agora.marketplace.order;

import dev.agora.http.problem.CommonProblem;
import dev.agora.marketplace.listing.EntityTag;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes something happen to an order: the one way in which orders change.
 *
 * <p>What the clock had due by then happens first, so that a deadline is exact even if the sweep
 * has not come round yet. Orders are locked before sagas.
 */
@Service
public class ChangeOrder {

  private final Orders orders;
  private final OrderMachine machine;
  private final Escrow escrow;
  private final List<OrderFollower> followers;
  private final Clock clock;

  ChangeOrder(
      Orders orders,
      OrderMachine machine,
      Escrow escrow,
      List<OrderFollower> followers,
      Clock clock) {
    this.orders = orders;
    this.machine = machine;
    this.escrow = escrow;
    this.followers = List.copyOf(followers);
    this.clock = clock;
  }

  /** Changes an order if its state, its version and the actor's part in it allow. */
  @Transactional
  public ChangeResult change(
      OrderId id, Actor actor, OrderEvent event, EntityTag.Condition condition) {
    Optional<Order> found = orders.lock(id);
    Optional<Party> party = found.flatMap(order -> actor.partyIn(order.deal()));
    if (found.isEmpty() || party.isEmpty()) {
      return ChangeResult.Refused.notFound();
    }
    Instant now = now();
    Order order = caughtUp(found.get(), now);
    if (!condition.admits(order.version())) {
      return new ChangeResult.Refused(
          CommonProblem.STALE_VERSION, "Its version is " + order.version() + " now.");
    }
    return switch (machine.next(order, event, party.get(), now)) {
      case Next.Changed changed -> new ChangeResult.Done(stored(changed, event, party.get()));
      case Next.Refused refused -> new ChangeResult.Refused(refused.code(), refused.detail());
    };
  }

  /** Lets the clock do what is due, unless somebody is changing the order at the moment. */
  @Transactional
  public void catchUp(OrderId id) {
    orders.lockIfFree(id).ifPresent(order -> caughtUp(order, now()));
  }

  private Order caughtUp(Order order, Instant now) {
    Order current = order;
    for (Optional<Map.Entry<Verb, Instant>> due = current.due(now);
        due.isPresent();
        due = current.due(now)) {
      OrderEvent event = new OrderEvent.Plain(due.get().getKey());
      current =
          switch (machine.next(current, event, Party.TIMER, due.get().getValue())) {
            case Next.Changed changed -> stored(changed, event, Party.TIMER);
            case Next.Refused refused ->
                throw new IllegalStateException(
                    order.id() + " has a timer that its state does not know: " + refused.detail());
          };
    }
    return current;
  }

  private Order stored(Next.Changed changed, OrderEvent event, Party by) {
    Order order = changed.order();
    orders.update(order, event, by);
    Settlement settlement = order.progress().settlement();
    switch (changed.funds()) {
      case KEEP -> {}
      case RELEASE -> escrow.release(order);
      case SETTLE -> {
        if (settlement == null) {
          throw new IllegalStateException(order.id() + " settles without a settlement");
        }
        escrow.settle(order, settlement.sellerGross());
      }
    }
    followers.forEach(follower -> follower.happened(order, event.verb()));
    return order;
  }

  // As fine as the database keeps it, so that what is stored equals what was decided.
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
