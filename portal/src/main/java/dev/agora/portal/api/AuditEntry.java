package dev.agora.portal.api;

import java.time.Instant;

/** Who did what to whom. */
public record AuditEntry(
    long number,
    Instant at,
    String act,
    String actor,
    String source,
    String subject,
    String target) {}
