package dev.agora.portal.api;

import java.time.Instant;

/** A review that somebody reported. */
public record ReviewReport(
    String id, String service, int rating, String text, String reason, Instant at) {}
