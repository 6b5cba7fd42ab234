package dev.agora.payout.stripe;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where owners come back to from Stripe's pages.
 *
 * @param publicUrl of the platform
 */
@ConfigurationProperties("agora.payout")
record ReturnPages(URI publicUrl) {

  String afterOnboarding() {
    return publicUrl + "/?payouts=returned";
  }

  /** Where a link that was used, or is too old, sends its owner for another one. */
  String forAnotherLink() {
    return publicUrl + "/?payouts=refresh";
  }
}
