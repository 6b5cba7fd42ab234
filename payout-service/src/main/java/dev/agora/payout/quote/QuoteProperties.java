package dev.agora.payout.quote;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How conversions are asked for.
 *
 * @param quoteLifetime how long a quote's terms hold
 */
@ConfigurationProperties("agora.payout.conversion")
record QuoteProperties(@DefaultValue("15m") Duration quoteLifetime) {}
