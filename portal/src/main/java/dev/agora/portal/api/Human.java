package dev.agora.portal.api;

import java.time.Instant;

/** A person's account. */
public record Human(String id, String email, String name, Instant createdAt) {}
