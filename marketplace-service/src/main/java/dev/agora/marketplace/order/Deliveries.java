package dev.agora.marketplace.order;

import java.util.List;

/** What was delivered on orders. */
public interface Deliveries {

  /** All deliveries of an order, oldest first. */
  List<Delivery> of(OrderId order);

  void add(OrderId order, Delivery delivery);
}
