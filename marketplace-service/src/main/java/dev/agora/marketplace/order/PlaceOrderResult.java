package dev.agora.marketplace.order;

import dev.agora.marketplace.listing.SaleCheck;

/** What came of an attempt to buy. */
sealed interface PlaceOrderResult {

  /** The order stands and its funds are asked for. */
  record Placed(Order order) implements PlaceOrderResult {}

  /** There is no order. */
  record Refused(SaleCheck.Refusal refusal) implements PlaceOrderResult {}
}
