package dev.agora.gateway.route;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the services listen: scheme, host and port, without a path.
 *
 * @param accounts identity
 * @param ledger the money
 * @param billing purchases
 * @param payout conversions
 * @param marketplace listings and orders
 * @param portal the humans' pages
 */
@ConfigurationProperties("agora.gateway.targets")
public record TargetProperties(
    URI accounts, URI ledger, URI billing, URI payout, URI marketplace, URI portal) {

  /** The address of one of them. */
  public URI of(Target target) {
    return switch (target) {
      case ACCOUNTS -> accounts;
      case LEDGER -> ledger;
      case BILLING -> billing;
      case PAYOUT -> payout;
      case MARKETPLACE -> marketplace;
      case PORTAL -> portal;
    };
  }
}
