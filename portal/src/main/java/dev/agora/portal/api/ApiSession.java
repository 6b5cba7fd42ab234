package dev.agora.portal.api;

import java.time.Instant;

/** A session at the API. */
public record ApiSession(
    String id,
    boolean current,
    String source,
    String client,
    Instant createdAt,
    Instant usedAt,
    Instant expiresAt) {}
