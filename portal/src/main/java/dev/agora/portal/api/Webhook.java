package dev.agora.portal.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an owner's program hears of alerts.
 *
 * @param secret that calls are signed with; only when it was set just now
 * @param failing null while the program takes its calls
 */
public record Webhook(
    String url, Instant createdAt, @Nullable String secret, @Nullable Failing failing) {

  /**
   * That the program takes no calls.
   *
   * @param since the first call that it did not take
   * @param lastAt the latest one
   * @param lastFailure what came of that, in words
   */
  public record Failing(Instant since, Instant lastAt, String lastFailure) {}

  /** Never the secret. */
  @Override
  public String toString() {
    return "webhook";
  }
}
