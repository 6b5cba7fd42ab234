package dev.agora.marketplace.subscription;

import java.time.Duration;

/**
 * How long a renewal that was refused is tried again.
 *
 * @param grace from the first refused attempt to the last one
 * @param retryEvery between two attempts
 */
public record SubscriptionTimes(Duration grace, Duration retryEvery) {

  public SubscriptionTimes {
    if (!grace.isPositive() || !retryEvery.isPositive()) {
      throw new IllegalArgumentException("a time of a subscription is above zero");
    }
  }

  /** Three days, as the economy's page says, twice a day. */
  public static SubscriptionTimes standard() {
    return new SubscriptionTimes(Duration.ofDays(3), Duration.ofHours(12));
  }
}
