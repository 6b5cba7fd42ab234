package dev.agora.portal.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message that no retry could handle. */
public record DeadLetter(
    String id,
    String topic,
    String consumer,
    @Nullable String key,
    @Nullable String type,
    String error,
    Instant storedAt) {}
