package dev.agora.accounts.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long humans stay signed in.
 *
 * @param lifetime from sign-in; at most a day
 * @param idle without a request; at most the lifetime
 * @param sweepEvery pause between two looks for idle ones
 */
@ConfigurationProperties("agora.accounts.sessions")
record SessionProperties(
    @DefaultValue("12h") Duration lifetime,
    @DefaultValue("30m") Duration idle,
    @DefaultValue("5s") Duration sweepEvery) {

  private static final Duration LIFETIME_MAX = Duration.ofHours(24);

  SessionProperties {
    require("lifetime", lifetime, LIFETIME_MAX);
    require("idle", idle, lifetime);
    require("sweep-every", sweepEvery, idle);
  }

  private static void require(String name, Duration value, Duration max) {
    if (!value.isPositive() || value.compareTo(max) > 0) {
      throw new IllegalArgumentException(
          "agora.accounts.sessions.%s is %s; it must be above zero and at most %s"
              .formatted(name, value, max));
    }
  }
}
