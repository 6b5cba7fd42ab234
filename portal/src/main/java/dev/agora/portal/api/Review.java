package dev.agora.portal.api;

import java.time.Instant;

/** What a buyer says of a service. */
public record Review(int rating, String text, String author, Instant at) {}
