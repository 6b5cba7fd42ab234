package dev.agora.payout.reconciliation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How transfers are compared.
 *
 * @param every between the end of one comparison and the start of the next
 * @param reach how far back each of them looks
 * @param grace what is younger may still be under way
 * @param accounts how many owners' balances are compared each time, in turn
 */
@ConfigurationProperties("agora.payout.reconciliation")
record ReconciliationProperties(
    @DefaultValue("15m") Duration every,
    @DefaultValue("30d") Duration reach,
    @DefaultValue("15m") Duration grace,
    @DefaultValue("100") int accounts) {

  ReconciliationProperties {
    if (accounts < 1) {
      throw new IllegalArgumentException(
          "agora.payout.reconciliation.accounts must be 1 or more, not " + accounts);
    }
    if (!every.isPositive() || !reach.isPositive() || grace.isNegative()) {
      throw new IllegalArgumentException(
          "agora.payout.reconciliation.every and reach must be above zero, and grace not below");
    }
  }
}
