package dev.agora.marketplace.dispute;

import dev.agora.agents.Agents;
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

  RuleDispute(Orders orders, Agents agents, ChangeOrder change) {
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
    return change.change(id, Actor.as(Party.ARBITER), ruling, condition);
  }

  private boolean isPartial(String arbiter, Order order) {
    return Stream.of(order.deal().buyer(), order.deal().seller())
        .map(agents::find)
        .anyMatch(agent -> agent.filter(it -> arbiter.equals(it.owner())).isPresent());
  }
}
