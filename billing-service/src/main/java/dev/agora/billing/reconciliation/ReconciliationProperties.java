package dev.agora.billing.reconciliation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the ledger is compared with Stripe.
 *
 * @param interval between two looks at Stripe's statement
 * @param overlap how far each look reaches back before the newest movement known
 * @param grace how long one side may take to follow the other
 */
@ConfigurationProperties("agora.billing.reconciliation")
record ReconciliationProperties(
    @DefaultValue("1m") Duration interval,
    @DefaultValue("1h") Duration overlap,
    @DefaultValue("15m") Duration grace) {

  ReconciliationProperties {
    if (!interval.isPositive() || overlap.isNegative() || grace.isNegative()) {
      throw new IllegalArgumentException(
          "agora.billing.reconciliation.interval must be above zero, overlap and grace not below");
    }
  }
}
