package dev.agora.marketplace.dispute;

import dev.agora.agents.Agents;
import dev.agora.audit.Act;
import dev.agora.audit.AuditLog;
import dev.agora.audit.Deed;
import dev.agora.marketplace.listing.EntityTag;
import dev.agora.marketplace.order.Actor;
import dev.agora.marketplace.order.ChangeOrder;
import dev.agora.marketplace.order.ChangeResult;
import dev.agora.marketplace.order.Order;
import dev.agora.marketplace.order.OrderEvent;
import dev.agora.marketplace.order.OrderId;
import dev.agora.marketplace.order.Orders;
import dev.agora.marketplace.order.Party;
import dev.agora.marketplace.problem.MarketplaceProblem;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets an arbiter decide a dispute, unless one of the two agents is the arbiter's own. */
@Service
class RuleDispute {

  private final Orders orders;
  private final Agents agents;
  private final ChangeOrder change;
  private final AuditLog audit;

  RuleDispute(Orders orders, Agents agents, ChangeOrder change, AuditLog audit) {
    this.audit = audit;
    this.orders = orders;
    this.agents = agents;
    this.change = change;
  }

  @Transactional
  ChangeResult rule(OrderId id, OrderEvent.RuleDispute ruling, EntityTag.Condition condition) {
    Optional<Order> order = orders.find(id);
    if (order.isPresent() && isPartial(ruling.arbiter(), order.get())) {
      return new ChangeResult.Refused(
          MarketplaceProblem.ARBITER_IS_PARTY, "Another arbiter has to rule.");
    }
    ChangeResult result = change.change(id, Actor.as(Party.ARBITER), ruling, condition);
    if (result instanceof ChangeResult.Done(Order ruled)) {
      tell(ruled, ruling);
    }
    return result;
  }

  /** Once for each party, so that both owners can read it. */
  private void tell(Order ruled, OrderEvent.RuleDispute ruling) {
    Stream.of(ruled.deal().buyer(), ruled.deal().seller())
        .map(
            party ->
                Deed.of(Act.DISPUTE_RULED, party.value(), ruled.id().value())
                    .changing(Map.of(), Map.of("sellerBps", Integer.toString(ruling.sellerBps()))))
        .forEach(audit::record);
  }

  private boolean isPartial(String arbiter, Order order) {
    return Stream.of(order.deal().buyer(), order.deal().seller())
        .map(agents::find)
        .anyMatch(agent -> agent.filter(it -> arbiter.equals(it.owner())).isPresent());
  }
}
