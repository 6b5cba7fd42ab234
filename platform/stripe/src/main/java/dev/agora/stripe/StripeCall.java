package dev.agora.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;

/**
 * One request to Stripe. Whoever writes one that is a POST names an idempotency key of its own,
 * derived from what the request is about, so that a repetition is the same request.
 */
@FunctionalInterface
public interface StripeCall<T> {

  T execute(StripeClient stripe) throws StripeException;
}
