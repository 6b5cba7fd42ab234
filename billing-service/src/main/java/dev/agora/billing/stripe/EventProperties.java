package dev.agora.billing.stripe;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Stripe is asked for the events that it could not deliver.
 *
 * @param undeliveredInterval between two looks
 * @param lookBack how old they may be; Stripe keeps them 30 days
 */
@ConfigurationProperties("agora.billing.event")
record EventProperties(
    @DefaultValue("5m") Duration undeliveredInterval, @DefaultValue("3d") Duration lookBack) {

  EventProperties {
    if (!undeliveredInterval.isPositive()
        || !lookBack.isPositive()
        || lookBack.compareTo(Duration.ofDays(30)) > 0) {
      throw new IllegalArgumentException(
          "agora.billing.event.undelivered-interval and look-back must be above zero, and look-back"
              + " at most 30 days");
    }
  }
}
