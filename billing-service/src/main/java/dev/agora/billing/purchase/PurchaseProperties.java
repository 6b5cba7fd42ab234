package dev.agora.billing.purchase;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How purchases are opened and watched.
 *
 * @param publicUrl where buyers return to from Stripe's page
 * @param checkoutLifetime how long a checkout can be paid; Stripe takes 30 minutes to 24 hours by
 *     its own clock, so the default keeps a distance
 * @param openingLease how long a request may take to open a checkout before a retry takes over
 * @param expiryGrace after a checkout's end, before one that Stripe does not know counts as expired
 * @param checkIntervalMin before an unpaid purchase is looked at; grows with its age
 * @param checkIntervalMax between looks
 * @param checkBatch purchases looked at in one round
 * @param automaticTax whether Stripe works out the buyer's tax and puts it on top of the price
 */
@ConfigurationProperties("agora.billing")
public record PurchaseProperties(
    URI publicUrl,
    @DefaultValue("23h") Duration checkoutLifetime,
    @DefaultValue("30s") Duration openingLease,
    @DefaultValue("10m") Duration expiryGrace,
    @DefaultValue("5s") Duration checkIntervalMin,
    @DefaultValue("5m") Duration checkIntervalMax,
    @DefaultValue("100") int checkBatch,
    @DefaultValue("false") boolean automaticTax) {

  public PurchaseProperties {
    if (checkoutLifetime.compareTo(Duration.ofMinutes(31)) < 0
        || checkoutLifetime.compareTo(Duration.ofHours(24)) > 0) {
      throw new IllegalArgumentException(
          "agora.billing.checkout-lifetime must be between 31 minutes and 24 hours, not "
              + checkoutLifetime);
    }
  }
}
