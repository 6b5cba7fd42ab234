package dev.agora.marketplace.order;

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
  private final CallersAgents callersAgents;

  OrderDesk(ChangeOrder change, OrderViews views, CallersAgents callersAgents) {
    this.change = change;
    this.views = views;
    this.callersAgents = callersAgents;
  }

  /** Lets a caller do something with an order of theirs. */
  public ResponseEntity<?> act(
      Caller caller, String id, @Nullable String ifMatch, OrderEvent event) {
    ChangeResult result =
        OrderId.parse(id)
            .map(
                order ->
                    change.change(
                        order, deal -> side(caller, deal), event, new EntityTag.Condition(ifMatch)))
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
  public Optional<Party> partOf(Caller caller, Order order) {
    return side(caller, order.deal())
        .or(() -> caller.is(Role.ARBITER) ? Optional.of(Party.ARBITER) : Optional.empty());
  }

  ResponseEntity<?> show(Caller caller, Order order) {
    return partOf(caller, order)
        .<ResponseEntity<?>>map(
            party ->
                ResponseEntity.ok()
                    .eTag(EntityTag.of(order.version()))
                    .body(views.full(order, party)))
        .orElseGet(() -> answer(caller, ChangeResult.Refused.notFound()));
  }

  /** The side of the agent that a caller acts for. */
  private Optional<Party> side(Caller caller, Deal deal) {
    return callersAgents.amongst(caller, deal.buyer(), deal.seller()).map(deal::sideOf);
  }
}
