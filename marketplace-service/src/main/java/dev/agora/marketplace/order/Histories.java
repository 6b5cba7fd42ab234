package dev.agora.marketplace.order;

import java.util.List;

/** What happened to orders. */
interface Histories {

  /** Everything that happened to an order, oldest first. */
  List<Happening> of(OrderId order);
}
