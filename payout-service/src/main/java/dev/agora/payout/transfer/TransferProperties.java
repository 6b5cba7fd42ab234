package dev.agora.payout.transfer;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How transfers are sent.
 *
 * @param keyLifetime how long a transfer is asked for with its key; Stripe may forget keys after 24
 *     hours and would then send again, so the default keeps a distance
 */
@ConfigurationProperties("agora.payout.transfer")
record TransferProperties(@DefaultValue("23h") Duration keyLifetime) {

  TransferProperties {
    if (keyLifetime.isNegative() || keyLifetime.compareTo(Duration.ofHours(24)) >= 0) {
      throw new IllegalArgumentException(
          "agora.payout.transfer.key-lifetime must be less than 24 hours, not " + keyLifetime);
    }
  }
}
