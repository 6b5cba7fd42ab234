package dev.agora.payout.destination;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How destinations are changed.
 *
 * @param rest how long nothing new goes to a destination after it was changed
 */
@ConfigurationProperties("agora.payout.destination")
record DestinationProperties(@DefaultValue("24h") Duration rest) {

  DestinationProperties {
    if (rest.isNegative()) {
      throw new IllegalArgumentException(
          "agora.payout.destination.rest must not be below zero, not " + rest);
    }
  }
}
