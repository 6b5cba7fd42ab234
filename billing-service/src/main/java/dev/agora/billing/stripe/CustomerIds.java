package dev.agora.billing.stripe;

import java.util.Optional;

/** Which Stripe customer a person is. */
interface CustomerIds {

  Optional<String> find(String humanId);

  /** Keeps the id, unless the person has one meanwhile; the one that counts is returned. */
  String keepFirst(String humanId, String customerId);
}
