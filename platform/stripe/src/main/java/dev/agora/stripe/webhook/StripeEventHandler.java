package dev.agora.stripe.webhook;

/**
 * What a service does about Stripe's events; one bean for each service.
 *
 * <p>Called outside any transaction, at least once for each event, in any order, several at a time.
 * An exception means later again.
 */
@FunctionalInterface
public interface StripeEventHandler {

  void handle(StripeEvent event);
}
