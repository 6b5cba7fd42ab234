package dev.agora.billing.purchase;

/** Who asked for a purchase. */
public enum PurchaseSource {
  /** A person, who pays on Stripe's page. */
  CHECKOUT,
  /** The rule that the owner set: a saved card pays, without anybody there. */
  AUTO_TOP_UP
}
