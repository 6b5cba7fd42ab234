package dev.agora.marketplace.order;

import dev.agora.marketplace.listing.EntityTag;
import dev.agora.money.Credits;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Brings an order in line with what the ledger did, in the transaction that learned of it. What no
 * longer fits the order's state changes nothing.
 */
@Service
public class FollowEscrow {

  private final ChangeOrder change;

  FollowEscrow(ChangeOrder change) {
    this.change = change;
  }

  /** The price is held. */
  public void funded(OrderId id) {
    happened(id, new OrderEvent.Plain(Verb.FUND));
  }

  /**
   * The price was never held, or is held no more without the order's doing.
   *
   * @param code why, such as {@code insufficient_credits}
   * @param missing what the buyer lacks; null if that is not why
   */
  public void refused(OrderId id, String code, @Nullable Credits missing) {
    happened(id, new OrderEvent.RefuseFunds(code, missing));
  }

  /** The settlement is posted. */
  public void settled(OrderId id) {
    happened(id, new OrderEvent.Plain(Verb.SETTLED));
  }

  /** All of it went back. */
  public void released(OrderId id) {
    happened(id, new OrderEvent.Plain(Verb.RELEASED));
  }

  private void happened(OrderId id, OrderEvent event) {
    change.change(id, Actor.as(Party.LEDGER), event, EntityTag.Condition.NONE);
  }
}
