package dev.agora.portal.api;

import java.time.Instant;

/** Somebody wants one to help with an agent, or to own it. */
public record Invitation(
    String id, String agent, boolean primary, String invitedBy, Instant expiresAt) {}
