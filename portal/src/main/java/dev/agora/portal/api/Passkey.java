package dev.agora.portal.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A passkey of a person. */
public record Passkey(
    String id, String name, boolean backedUp, Instant createdAt, @Nullable Instant usedAt) {}
