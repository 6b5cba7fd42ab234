package dev.agora.ledger.posting;

/**
 * Why a posting is refused. The constants' order is precedence: of several reasons that apply, the
 * first is given.
 */
public enum Rejection {
  /** The paying, buying or converting agent is not known here. */
  AGENT_UNKNOWN(true),
  PAYEE_UNKNOWN(true),
  /** An agent can not pay itself. */
  SAME_AGENT(false),
  /** The payer or the payee is closed. */
  AGENT_CLOSED(false),
  /** The payer is frozen by its owner. */
  AGENT_FROZEN(true),
  /** One side of an order, or a converting agent, has no owner. */
  UNCLAIMED_AGENT(true),
  /** Both sides of an order have the same owner. */
  SAME_OWNER(false),
  /** A transaction of that kind has its own way back, and a reversal has none. */
  NOT_REVERSIBLE(false),
  /** The payer has given this reference to a payment to this payee before. */
  REFERENCE_USED(false),
  /** The fee would take all of it. */
  NET_IS_ZERO(false),
  /** The payer's owner does not let it pay this payee. */
  COUNTERPARTY_NOT_ALLOWED(true),
  /** The payer's owner does not let it spend as much. */
  LIMIT_EXCEEDED(true),
  /** Not as many earned credits that have seasoned. */
  NOT_CONVERTIBLE(true),
  INSUFFICIENT_CREDITS(true),
  /** All of the purchase is used, or it was refunded or disputed before. */
  NOTHING_TO_REFUND(false),
  /** There is no such purchase of this agent. */
  PURCHASE_UNKNOWN(true),
  /** The platform has not collected, or not set aside for rewards, as much. */
  NOT_ENOUGH_COLLECTED(true),
  /** There is no such hold of this agent. */
  HOLD_UNKNOWN(false),
  /** The hold has ended; an order's, too, if the amount is more than it holds. */
  HOLD_ENDED(false),
  /** More than is left of the hold. */
  MORE_THAN_HELD(false);

  private final boolean retryable;

  Rejection(boolean retryable) {
    this.retryable = retryable;
  }

  /** Whether the same posting may be accepted later. */
  public boolean retryable() {
    return retryable;
  }
}
