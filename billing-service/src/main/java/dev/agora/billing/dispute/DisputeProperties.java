package dev.agora.billing.dispute;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Stripe is asked for disputes that no event told of.
 *
 * @param checkInterval between two looks
 * @param overlap how far each look reaches back before the newest dispute known
 * @param checkBatch undecided disputes looked at in one round
 */
@ConfigurationProperties("agora.billing.dispute")
record DisputeProperties(
    @DefaultValue("1m") Duration checkInterval,
    @DefaultValue("1h") Duration overlap,
    @DefaultValue("100") int checkBatch) {

  DisputeProperties {
    if (!checkInterval.isPositive() || overlap.isNegative() || checkBatch < 1) {
      throw new IllegalArgumentException(
          "agora.billing.dispute.check-interval and check-batch must be above zero, and overlap not"
              + " below");
    }
  }
}
