package dev.agora.billing.refund;

import dev.agora.billing.purchase.PurchaseId;
import java.util.Optional;

/** The stored refunds. */
interface Refunds {

  void add(Refund refund);

  Optional<Refund> find(RefundId id);

  Optional<Refund> lock(RefundId id);

  /** The latest one of a purchase. */
  Optional<Refund> latestOf(PurchaseId purchase);

  /** Stores what can change. */
  void save(Refund refund);
}
