package dev.agora.portal.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an owner's program hears of alerts.
 *
 * @param secret that calls are signed with; only when it was set just now
 */
public record Webhook(String url, Instant createdAt, @Nullable String secret) {

  /** Never the secret. */
  @Override
  public String toString() {
    return "webhook";
  }
}
