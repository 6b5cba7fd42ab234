package dev.agora.billing.dispute;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The payment provider's side of disputes. Never called within a transaction. */
public interface BankDisputes {

  /** How a dispute stands; empty if the provider does not know it. */
  Optional<DisputeObservation> find(String stripeId);

  /** Those opened since then, by the provider's clock; null: all. */
  List<DisputeObservation> since(@Nullable Instant from);
}
