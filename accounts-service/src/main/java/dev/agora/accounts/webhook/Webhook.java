package dev.agora.accounts.webhook;

import java.time.Instant;

/**
 * Where a human's program hears of news.
 *
 * @param nonce of which its secret is worked out; another one with each setting
 */
record Webhook(WebhookUrl url, String nonce, Instant createdAt) {}
