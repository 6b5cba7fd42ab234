package dev.agora.marketplace.subscription;

/** Pays for months in the ledger; within the transaction of the subscription's change. */
public interface Payments {

  /** Asks for the latest month's price; the answer comes to {@link FollowPayment}. */
  void ask(Subscription subscription);
}
