package dev.agora.stripe;

/** What is known after a call to Stripe. */
public sealed interface StripeOutcome<T> {

  /** Stripe did it and said so. */
  record Done<T>(T value) implements StripeOutcome<T> {}

  /**
   * Stripe said no: it was not executed, and the same request will not be.
   *
   * @param code Stripe's own, such as {@code balance_insufficient} or {@code card_declined}
   * @param message Stripe's own, for operators
   */
  record Refused<T>(String code, String message) implements StripeOutcome<T> {}

  /**
   * Nobody knows. The same key with the same bytes may be tried again; another key never.
   *
   * @param detail for operators
   */
  record Unknown<T>(Doubt doubt, String detail) implements StripeOutcome<T> {}
}
