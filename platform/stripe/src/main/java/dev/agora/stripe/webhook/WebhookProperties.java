package dev.agora.stripe.webhook;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The door for Stripe's events, and how they are worked off.
 *
 * @param path where Stripe sends them
 * @param secret of this endpoint, {@code whsec_…}
 * @param tolerance between Stripe's clock and ours, either way
 * @param workers events handled at once
 * @param pollInterval at which stored events are looked for when nothing wakes the worker
 * @param lease after which an event whose handling never ended is taken up again
 * @param pauseMin before the second attempt; doubles with each further one
 * @param pauseMax between attempts
 */
@ConfigurationProperties("agora.stripe.webhook")
record WebhookProperties(
    String path,
    String secret,
    @DefaultValue("300s") Duration tolerance,
    @DefaultValue("16") int workers,
    @DefaultValue("1s") Duration pollInterval,
    @DefaultValue("60s") Duration lease,
    @DefaultValue("500ms") Duration pauseMin,
    @DefaultValue("5m") Duration pauseMax) {

  WebhookProperties {
    if (secret.isBlank()) {
      throw new IllegalArgumentException("agora.stripe.webhook.secret must not be empty");
    }
  }

  /** How long to wait after that many attempts, the first included. */
  Duration pauseAfter(int attempts) {
    Duration pause = pauseMin.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), 20));
    return pause.compareTo(pauseMax) < 0 ? pause : pauseMax;
  }

  /** Without the secret, which must not reach a log. */
  @Override
  public String toString() {
    return "WebhookProperties[path=" + path + "]";
  }
}
