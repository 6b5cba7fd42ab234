package dev.agora.billing.warning;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The warnings as Stripe knows them. Never called within a transaction. */
public interface BankWarnings {

  Optional<FraudWarning> find(String stripeId);

  /** All since then, or all there are for null. */
  List<FraudWarning> since(@Nullable Instant from);
}
