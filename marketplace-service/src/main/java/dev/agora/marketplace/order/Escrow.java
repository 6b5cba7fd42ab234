package dev.agora.marketplace.order;

import dev.agora.money.Credits;

/** Holds an order's price in the ledger; all within the transaction of the order's change. */
public interface Escrow {

  /** Asks for the price to be held; the answer comes to {@link FollowEscrow}. */
  void open(Order order);

  /**
   * Pays the seller a part of what is held, less the fee, and gives the rest back.
   *
   * @param gross above zero, at most the price
   */
  void settle(Order order, Credits gross);

  /** Gives all of it back. */
  void release(Order order);
}
