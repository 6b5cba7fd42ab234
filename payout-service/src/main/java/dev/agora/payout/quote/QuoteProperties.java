package dev.agora.payout.quote;

import dev.agora.money.Credits;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How conversions are asked for.
 *
 * @param quoteLifetime how long a quote's terms hold
 * @param large from how many credits on no key and no session that was left open converts
 */
@ConfigurationProperties("agora.payout.conversion")
record QuoteProperties(
    @DefaultValue("15m") Duration quoteLifetime, @DefaultValue("5000") String large) {

  Credits largeAmount() {
    return Credits.parseAmount(large);
  }
}
