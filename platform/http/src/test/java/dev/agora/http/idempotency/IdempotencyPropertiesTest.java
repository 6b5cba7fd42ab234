package dev.agora.http.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class IdempotencyPropertiesTest {

  @Test
  void keys_live_90_days_by_default() {
    assertThat(bind(Map.of()))
        .isEqualTo(new IdempotencyProperties(Duration.ofDays(90), Duration.ofHours(1)));
  }

  @Test
  void every_key_is_bound() {
    assertThat(
            bind(
                Map.of(
                    "agora.http.idempotency.retention", "2d",
                    "agora.http.idempotency.clean-up-every", "5m")))
        .isEqualTo(new IdempotencyProperties(Duration.ofDays(2), Duration.ofMinutes(5)));
  }

  @Test
  void a_retention_that_a_retry_could_outlive_stops_the_start() {
    assertThatThrownBy(() -> bind(Map.of("agora.http.idempotency.retention", "23h")))
        .hasRootCauseMessage(
            "agora.http.idempotency.retention is PT23H, but must be at least a day");
  }

  private static IdempotencyProperties bind(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("agora.http.idempotency", IdempotencyProperties.class);
  }
}
