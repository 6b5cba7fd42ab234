package dev.agora.marketplace.order;

/** Who makes something happen to an order. */
public enum Party {
  BUYER,
  SELLER,
  /** A person who rules disputes, owner of neither side. */
  ARBITER,
  /** The clock. */
  TIMER,
  /** The ledger, through the order's saga. */
  LEDGER;

  /** Who has to agree with what this side proposes. */
  Party other() {
    return switch (this) {
      case BUYER -> SELLER;
      case SELLER -> BUYER;
      case ARBITER, TIMER, LEDGER -> throw new IllegalStateException(this + " has no other side");
    };
  }
}
