package dev.agora.marketplace.refund;

import dev.agora.agents.AgentId;
import dev.agora.marketplace.Ids;
import dev.agora.marketplace.listing.EntityTag;
import dev.agora.marketplace.order.Actor;
import dev.agora.marketplace.order.Adjustment;
import dev.agora.marketplace.order.Adjustments;
import dev.agora.marketplace.order.ChangeOrder;
import dev.agora.marketplace.order.ChangeResult;
import dev.agora.marketplace.order.Order;
import dev.agora.marketplace.order.OrderEvent;
import dev.agora.marketplace.order.OrderId;
import dev.agora.marketplace.order.Orders;
import dev.agora.marketplace.order.RefundId;
import dev.agora.money.Credits;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a seller give back part or all of a completed order, as often as something is left. */
@Service
class RefundOrder {

  private final Orders orders;
  private final ChangeOrder change;
  private final Adjustments adjustments;
  private final RefundPayments payments;
  private final Ids ids;

  RefundOrder(
      Orders orders,
      ChangeOrder change,
      Adjustments adjustments,
      RefundPayments payments,
      Ids ids) {
    this.orders = orders;
    this.change = change;
    this.adjustments = adjustments;
    this.payments = payments;
    this.ids = ids;
  }

  /**
   * Asks for a refund.
   *
   * @param id made by the caller of this method, who waits for what becomes of it
   * @param amount that the buyer gets; null for all that is left
   */
  @Transactional
  ChangeResult refund(
      OrderId order,
      RefundId id,
      AgentId seller,
      @Nullable Credits amount,
      String reason,
      EntityTag.Condition condition) {
    Credits wanted =
        amount == null ? orders.lock(order).map(Order::refundable).orElse(Credits.ZERO) : amount;
    ChangeResult result =
        change.change(
            order, Actor.agent(seller), new OrderEvent.Refund(id, wanted, reason), condition);
    if (result instanceof ChangeResult.Done(Order refunded)) {
      Adjustment adjustment =
          new Adjustment(id, order, wanted, reason, new Adjustment.Asked(), refunded.updatedAt());
      adjustments.add(adjustment);
      payments.ask(refunded.deal(), adjustment);
    }
    return result;
  }

  RefundId newId() {
    return new RefundId(ids.next("orf_"));
  }
}
