package dev.agora.payout.risk;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether conversions are reviewed at all.
 *
 * @param enabled false where nobody would review them, as on one machine
 */
@ConfigurationProperties("agora.payout.review")
record ReviewProperties(@DefaultValue("true") boolean enabled) {}
