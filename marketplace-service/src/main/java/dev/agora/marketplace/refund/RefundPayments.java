package dev.agora.marketplace.refund;

import dev.agora.marketplace.order.Adjustment;
import dev.agora.marketplace.order.Deal;

/** Gives back in the ledger; within the transaction of the order's change. */
public interface RefundPayments {

  /** Asks for an amount to be given back; the answer comes to {@link FollowRefund}. */
  void ask(Deal deal, Adjustment adjustment);
}
