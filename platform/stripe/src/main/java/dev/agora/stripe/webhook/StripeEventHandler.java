package dev.agora.stripe.webhook;

/**
 * What a service does about Stripe's events; one bean for each service.
 *
 * <p>Called outside any transaction, at least once for each event, in any order, several at a time.
 * An exception means later again.
 */
public interface StripeEventHandler {

  /**
   * Whether this service looks at events of that type, {@code refund.failed}. One that it does not
   * look at is answered like any other, and not kept.
   */
  boolean heeds(String type);

  void handle(StripeEvent event);
}
