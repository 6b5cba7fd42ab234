package dev.agora.marketplace.refund;

import dev.agora.marketplace.listing.EntityTag;
import dev.agora.marketplace.order.Actor;
import dev.agora.marketplace.order.Adjustment;
import dev.agora.marketplace.order.Adjustments;
import dev.agora.marketplace.order.ChangeOrder;
import dev.agora.marketplace.order.ChangeResult;
import dev.agora.marketplace.order.Order;
import dev.agora.marketplace.order.OrderEvent;
import dev.agora.marketplace.order.Party;
import dev.agora.marketplace.order.RefundId;
import dev.agora.marketplace.order.Verb;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings an order in line with what the ledger made of a refund. */
@Service
public class FollowRefund {

  private final Adjustments adjustments;
  private final ChangeOrder change;

  FollowRefund(Adjustments adjustments, ChangeOrder change) {
    this.adjustments = adjustments;
    this.change = change;
  }

  /** The buyer has it back. */
  @Transactional
  public void posted(RefundId id, Adjustment.Posted posted) {
    Adjustment asked = adjustments.find(id).orElseThrow();
    String note = asked.amount() + " credits";
    decide(asked, new OrderEvent.Plain(Verb.REFUND_POSTED, note), posted);
  }

  /** Nothing moved; the seller may try again. */
  @Transactional
  public void refused(RefundId id, Adjustment.Refused refused) {
    Adjustment asked = adjustments.find(id).orElseThrow();
    decide(asked, new OrderEvent.RefuseRefund(asked.amount(), refused.code()), refused);
  }

  private void decide(Adjustment asked, OrderEvent event, Adjustment.Outcome outcome) {
    ChangeResult result =
        change.change(asked.order(), Actor.as(Party.LEDGER), event, EntityTag.Condition.NONE);
    if (!(result instanceof ChangeResult.Done(Order order))) {
      throw new IllegalStateException(asked.id() + " was decided, but not of its order: " + result);
    }
    adjustments.update(asked.decided(outcome, order.updatedAt()));
  }
}
