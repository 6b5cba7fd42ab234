package dev.agora.accounts.webhook;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Shows how many programs keep failing: for longer than a moment, and called of late. One that
 * nobody has called for a day is its owner's matter.
 */
@Component
class CountFailingWebhooks {

  private static final Duration CALLED_WITHIN = Duration.ofDays(1);

  private final JdbcWebhooks webhooks;
  private final WebhookProperties properties;
  private final Clock clock;
  private volatile long failing;

  CountFailingWebhooks(
      JdbcWebhooks webhooks, WebhookProperties properties, MeterRegistry meters, Clock clock) {
    this.webhooks = webhooks;
    this.properties = properties;
    this.clock = clock;
    Gauge.builder("agora.accounts.webhooks.failing", () -> failing)
        .description("Programs of owners that have taken no call for too long")
        .register(meters);
  }

  void count() {
    Instant now = clock.instant();
    failing = webhooks.countFailing(now.minus(properties.failingAfter()), now.minus(CALLED_WITHIN));
  }
}
