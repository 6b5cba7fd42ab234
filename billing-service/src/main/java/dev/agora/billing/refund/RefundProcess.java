package dev.agora.billing.refund;

/** What happens to refunds over several services, moved with the current transaction. */
public interface RefundProcess {

  void start(Refund refund);

  /** Hands a refund that Stripe took back to the operators, who see it among what is parked. */
  void handOver(Refund refund);
}
