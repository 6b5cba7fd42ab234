package dev.agora.marketplace.subscription;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What of {@link SubscriptionTimes#standard} a deployment changes; what is absent keeps its
 * default.
 *
 * @param sweepEvery how often the clocks of all subscriptions are looked at; default half a second
 */
@ConfigurationProperties("agora.marketplace.subscription")
record SubscriptionProperties(
    @Nullable Duration grace, @Nullable Duration retryEvery, @Nullable Duration sweepEvery) {

  SubscriptionTimes toTimes() {
    SubscriptionTimes standard = SubscriptionTimes.standard();
    return new SubscriptionTimes(
        grace == null ? standard.grace() : grace,
        retryEvery == null ? standard.retryEvery() : retryEvery);
  }
}
