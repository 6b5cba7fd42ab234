package dev.agora.portal.api;

import java.time.Instant;

/** A role that somebody has. */
public record HeldRole(String human, String role, Instant grantedAt) {}
