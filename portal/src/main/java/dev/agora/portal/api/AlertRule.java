package dev.agora.portal.api;

import dev.agora.money.Credits;
import java.time.Instant;

/**
 * Of what an owner wants to be told.
 *
 * @param silent whether it has spoken, and waits until its figure has come back
 */
public record AlertRule(
    String id,
    String agent,
    String kind,
    Credits threshold,
    boolean mail,
    boolean webhook,
    boolean silent,
    Instant createdAt) {}
