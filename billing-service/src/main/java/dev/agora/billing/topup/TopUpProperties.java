package dev.agora.billing.topup;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How agents are topped up.
 *
 * @param declinesMax in a row, before a rule is switched off
 * @param retryAfter a decline, before the card is charged again
 * @param chargeRetry pause before a charge of unknown outcome is asked about again
 * @param balanceWait how long a delivered top-up may take to show in the balance
 * @param batch rules looked at in one round
 */
@ConfigurationProperties("agora.billing.top-up")
record TopUpProperties(
    @DefaultValue("2") int declinesMax,
    @DefaultValue("1d") Duration retryAfter,
    @DefaultValue("30s") Duration chargeRetry,
    @DefaultValue("10m") Duration balanceWait,
    @DefaultValue("100") int batch) {

  TopUpProperties {
    if (declinesMax < 1 || batch < 1 || !chargeRetry.isPositive()) {
      throw new IllegalArgumentException(
          "agora.billing.top-up.declines-max, batch and charge-retry must be above zero");
    }
  }
}
