package dev.agora.marketplace.order;

import dev.agora.agents.AgentId;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import dev.agora.marketplace.listing.EntityTag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Takes what callers want to do with an order, and answers with the order or the reason why not.
 */
@Component
public class OrderDesk {

  private final ChangeOrder change;
  private final OrderViews views;

  OrderDesk(ChangeOrder change, OrderViews views) {
    this.change = change;
    this.views = views;
  }

  /** Lets a caller do something with an order of theirs. */
  public ResponseEntity<?> act(
      Caller caller, String id, @Nullable String ifMatch, OrderEvent event) {
    ChangeResult result =
        OrderId.parse(id)
            .map(
                order ->
                    change.change(order, actor(caller), event, new EntityTag.Condition(ifMatch)))
            .orElseGet(ChangeResult.Refused::notFound);
    return answer(caller, result);
  }

  /** The answer to an attempt. */
  public ResponseEntity<?> answer(Caller caller, ChangeResult result) {
    return switch (result) {
      case ChangeResult.Done(Order order) -> show(caller, order);
      case ChangeResult.Refused(var code, var detail) -> Problems.answer(Problem.of(code, detail));
    };
  }

  /** The part that a caller plays in an order; empty if it is none of their business. */
  public static Optional<Party> partOf(Caller caller, Order order) {
    return actor(caller).partyIn(order.deal());
  }

  ResponseEntity<?> show(Caller caller, Order order) {
    return actor(caller)
        .partyIn(order.deal())
        .<ResponseEntity<?>>map(
            party ->
                ResponseEntity.ok()
                    .eTag(EntityTag.of(order.version()))
                    .body(views.full(order, party)))
        .orElseGet(() -> answer(caller, ChangeResult.Refused.notFound()));
  }

  /** The part that a caller plays: agents their own, arbiters that of judges everywhere. */
  static Actor actor(Caller caller) {
    if (caller.is(Role.ARBITER)) {
      return Actor.as(Party.ARBITER);
    }
    return AgentId.parse(caller.id()).map(Actor::agent).orElse(deal -> Optional.empty());
  }
}
