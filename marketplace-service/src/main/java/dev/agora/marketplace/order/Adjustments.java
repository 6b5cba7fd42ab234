package dev.agora.marketplace.order;

import java.util.List;
import java.util.Optional;

/** What sellers gave back of settled orders. */
public interface Adjustments {

  Optional<Adjustment> find(RefundId id);

  /** All of an order, oldest first. */
  List<Adjustment> of(OrderId order);

  void add(Adjustment adjustment);

  /** Stores what became of one; its order must be locked. */
  void update(Adjustment adjustment);
}
