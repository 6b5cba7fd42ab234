package dev.agora.stripe;

/**
 * The call was not made, because Stripe has been failing or too many calls are under way. Nothing
 * happened; the caller comes back later. Never a refusal.
 */
public final class StripeUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StripeUnavailableException(String message) {
    super(message);
  }
}
