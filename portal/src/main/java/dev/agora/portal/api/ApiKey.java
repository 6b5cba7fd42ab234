package dev.agora.portal.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A key of an agent; its text is there once, when it is made. */
public record ApiKey(
    String id,
    @Nullable String name,
    List<String> scopes,
    @Nullable Instant expiresAt,
    Instant createdAt,
    @Nullable Instant lastUsedAt,
    @Nullable String key) {

  /** Never the key. */
  @Override
  public String toString() {
    return "key " + id;
  }
}
