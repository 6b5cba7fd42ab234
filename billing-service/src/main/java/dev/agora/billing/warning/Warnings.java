package dev.agora.billing.warning;

import dev.agora.billing.purchase.PurchaseId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stored warnings. */
interface Warnings {

  /**
   * Stores a warning.
   *
   * @param purchase null for a payment that is none of ours
   * @return false if it is there already
   */
  boolean add(FraudWarning warning, @Nullable PurchaseId purchase);

  /** When the newest one was made, by Stripe's clock. */
  Optional<Instant> newest();
}
