package dev.agora.accounts.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a human's program hears of news.
 *
 * @param nonce of which its secret is worked out; another one with each setting
 * @param failing null while the program takes calls
 */
record Webhook(WebhookUrl url, String nonce, Instant createdAt, @Nullable Failing failing) {

  /**
   * That it takes no calls.
   *
   * @param since the first call that it did not take
   * @param lastAt the latest one
   * @param lastFailure what came of that, in words
   */
  record Failing(Instant since, Instant lastAt, String lastFailure) {}
}
