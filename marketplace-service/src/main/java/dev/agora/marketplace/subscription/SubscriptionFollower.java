package dev.agora.marketplace.subscription;

import org.jspecify.annotations.Nullable;

/** Takes notice of every change of a subscription, within its transaction. */
public interface SubscriptionFollower {

  /**
   * Something happened.
   *
   * @param before null for a new one
   * @param after as it is now
   */
  void happened(@Nullable Subscription before, Subscription after);
}
