package dev.agora.billing.purchase;

import java.util.Optional;

/** The payment provider's side of a purchase. Never called within a transaction. */
public interface Checkouts {

  /** What came of opening a checkout. */
  sealed interface OpenResult {

    record Opened(Checkout checkout) implements OpenResult {}

    /** Not now; the same purchase may try again, and gets the same checkout. */
    record Unavailable(String reason) implements OpenResult {}
  }

  /** Opens the purchase's one checkout, or finds it open. */
  OpenResult open(Purchase purchase);

  /** Looks at a checkout; empty if the provider does not know it. */
  Optional<PaymentObservation> observe(Checkout checkout);
}
