package dev.agora.accounts.key;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of what one agent may have.
 *
 * @param perAgentMax keys of one agent that are not revoked
 */
@ConfigurationProperties("agora.accounts.keys")
record KeyProperties(@DefaultValue("10") int perAgentMax) {}
