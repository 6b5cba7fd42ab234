package dev.agora.billing.warning;

import dev.agora.billing.purchase.PurchaseId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stored warnings. */
interface Warnings {

  /**
   * Stores a warning, or the purchase of one that is stored without.
   *
   * @param purchase null for a payment that is not known: not yet, or none of ours
   * @return false if it is there already
   */
  boolean add(FraudWarning warning, @Nullable PurchaseId purchase);

  /**
   * From when on Stripe has to be asked, by its own clock: from before the newest one, and from the
   * oldest one whose payment is not known yet.
   *
   * @param overlap how long before the newest
   * @param patience how long before the newest one a payment may still become known
   * @return empty if there are none
   */
  Optional<Instant> lookFrom(Duration overlap, Duration patience);
}
