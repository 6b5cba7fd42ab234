package dev.agora.http.idempotency;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long stored answers live.
 *
 * @param retention after which a key is forgotten, at least a day
 * @param cleanUpEvery pause between two looks for what is too old
 */
@ConfigurationProperties("agora.http.idempotency")
record IdempotencyProperties(
    @DefaultValue("90d") Duration retention, @DefaultValue("1h") Duration cleanUpEvery) {

  IdempotencyProperties {
    if (retention.compareTo(Duration.ofDays(1)) < 0) {
      throw new IllegalArgumentException(
          "agora.http.idempotency.retention is " + retention + ", but must be at least a day");
    }
    if (!cleanUpEvery.isPositive()) {
      throw new IllegalArgumentException(
          "agora.http.idempotency.clean-up-every is " + cleanUpEvery + ", but must be above zero");
    }
  }
}
