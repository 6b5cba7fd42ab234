package dev.agora.billing.warning;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Stripe is asked for fraud warnings that no event told of.
 *
 * @param checkInterval between two looks
 * @param overlap how far each look reaches back before the newest warning known
 * @param patience how much older than the newest warning one may be whose payment is not known yet,
 *     because news of it come late, and is looked at again
 */
@ConfigurationProperties("agora.billing.warning")
record WarningProperties(
    @DefaultValue("1m") Duration checkInterval,
    @DefaultValue("1h") Duration overlap,
    @DefaultValue("3d") Duration patience) {

  WarningProperties {
    if (!checkInterval.isPositive() || overlap.isNegative() || patience.isNegative()) {
      throw new IllegalArgumentException(
          "agora.billing.warning.check-interval must be above zero; overlap and patience not below");
    }
  }
}
