package dev.agora.payout.clearance;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How owners are waited for.
 *
 * @param lapsesAfter how long an owner may take before the credits go back
 * @param sweepEvery how often those are looked for whose time is over
 */
@ConfigurationProperties("agora.payout.approval")
record ApprovalProperties(
    @DefaultValue("72h") Duration lapsesAfter, @DefaultValue("10s") Duration sweepEvery) {

  ApprovalProperties {
    if (!lapsesAfter.isPositive() || !sweepEvery.isPositive()) {
      throw new IllegalArgumentException(
          "agora.payout.approval.lapses-after and sweep-every must be above zero, not %s and %s"
              .formatted(lapsesAfter, sweepEvery));
    }
  }
}
