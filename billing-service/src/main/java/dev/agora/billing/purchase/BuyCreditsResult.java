package dev.agora.billing.purchase;

import dev.agora.http.idempotency.StoredAnswer;

/** What came of a wish to buy, in the order in which it is found out. */
sealed interface BuyCreditsResult {

  /** The key was used for another body, and that request is not answered yet. */
  record KeyReused() implements BuyCreditsResult {}

  record AgentUnknown() implements BuyCreditsResult {}

  record AgentClosed() implements BuyCreditsResult {}

  /** An earlier request with the key is still opening the checkout. */
  record InFlight() implements BuyCreditsResult {}

  /** The provider does not answer; the same key may try again. */
  record Unavailable() implements BuyCreditsResult {}

  /** Waiting for the payment. */
  record Accepted(StoredAnswer answer) implements BuyCreditsResult {}

  /** An earlier request with the key, perhaps of another body, was answered so. */
  record Repeated(StoredAnswer answer) implements BuyCreditsResult {}
}
