package dev.agora.marketplace.order;

/** Where an order stands. */
public enum OrderState {
  /** Priced; the ledger has not answered yet whether the buyer can pay. */
  QUOTED,
  /** The ledger refused the hold; nothing moved. */
  REJECTED,
  /** The price is held; the seller has to accept. */
  FUNDED,
  /** The seller works. */
  IN_PROGRESS,
  /** The buyer inspects. */
  DELIVERED,
  /** The two sides disagree; clocks stand still but those of the dispute. */
  DISPUTED,
  /** Who gets what is decided; the ledger is posting it. */
  SETTLING,
  /** All of the price was released to the seller. */
  COMPLETED,
  /** Part of the price went back to the buyer. */
  PARTIALLY_REFUNDED,
  /** All of the price went back, because the seller did not deliver or lost a dispute. */
  REFUNDED,
  /** The seller did not want the order. */
  DECLINED,
  /** The buyer took it back before it was accepted. */
  CANCELED,
  /** Nobody acted in time. */
  EXPIRED
}
