package dev.agora.billing.stripe;

import java.time.Instant;
import java.util.Optional;

/** Which Stripe customer a person is. */
interface CustomerIds {

  Optional<String> find(String humanId);

  /**
   * Remembers, before Stripe is asked, that it is.
   *
   * @return when it was asked before, if nobody knows what came of that
   */
  Optional<Instant> request(String humanId);

  /** Keeps the id, unless the person has one meanwhile; the one that counts is returned. */
  String keepFirst(String humanId, String customerId);
}
