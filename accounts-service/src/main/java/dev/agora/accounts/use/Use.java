package dev.agora.accounts.use;

import java.time.Instant;

/**
 * That a credential was used.
 *
 * @param credentialId the public part of its text
 * @param at when, by the gateway's clock
 * @param source from which address
 */
public record Use(String credentialId, Instant at, String source) {}
