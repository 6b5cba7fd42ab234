package dev.agora.portal.api;

import java.time.Instant;

/**
 * A human of an agent.
 *
 * @param primary whether they own it
 */
public record LinkedHuman(String human, String name, boolean primary, Instant linkedAt) {}
