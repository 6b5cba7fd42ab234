package dev.agora.portal.api;

import java.time.Instant;

/** What one side of an order said to the other. */
public record Saying(int number, String by, String text, Instant at) {}
