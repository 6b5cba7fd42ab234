package dev.agora.accounts.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long humans stay signed in.
 *
 * @param lifetime from sign-in; at most a day
 */
@ConfigurationProperties("agora.accounts.sessions")
record SessionProperties(@DefaultValue("12h") Duration lifetime) {

  private static final Duration LIFETIME_MAX = Duration.ofHours(24);

  SessionProperties {
    if (!lifetime.isPositive() || lifetime.compareTo(LIFETIME_MAX) > 0) {
      throw new IllegalArgumentException(
          "agora.accounts.sessions.lifetime is "
              + lifetime
              + "; it must be above zero and at most "
              + LIFETIME_MAX);
    }
  }
}
