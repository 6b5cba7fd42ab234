package dev.agora.portal.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A role that one operator wants a human to have or lose, and another one approves. */
public record RoleChange(
    String id,
    String status,
    String human,
    String role,
    String action,
    String reason,
    String requestedBy,
    Instant requestedAt,
    @Nullable String approvedBy) {}
