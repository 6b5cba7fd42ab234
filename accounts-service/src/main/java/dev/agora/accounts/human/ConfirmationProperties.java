package dev.agora.accounts.human;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether new humans have to prove that they read mail at their address.
 *
 * @param byItself an address counts as confirmed at once; for one machine, never in production
 */
@ConfigurationProperties("agora.accounts.confirmation")
record ConfirmationProperties(@DefaultValue("false") boolean byItself) {}
