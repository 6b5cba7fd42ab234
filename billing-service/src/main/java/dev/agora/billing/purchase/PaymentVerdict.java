package dev.agora.billing.purchase;

/** What an observation means for a purchase. */
sealed interface PaymentVerdict {

  record Paid(Payment payment) implements PaymentVerdict {}

  record Declined(PaymentError error) implements PaymentVerdict {}

  record Expired() implements PaymentVerdict {}

  /** Money moved, or is about to, that does not fit: nothing is posted. */
  record Suspect(String reason) implements PaymentVerdict {}

  /** Nothing new. */
  record Unchanged() implements PaymentVerdict {}

  /** Paid, but Stripe has not said all yet: ask again. */
  record Incomplete() implements PaymentVerdict {}
}
