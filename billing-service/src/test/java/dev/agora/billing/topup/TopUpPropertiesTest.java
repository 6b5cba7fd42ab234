package dev.agora.billing.topup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class TopUpPropertiesTest {

  @Test
  void hasDefaults() {
    assertThat(bind(Map.of()))
        .isEqualTo(
            new TopUpProperties(
                2, Duration.ofDays(1), Duration.ofSeconds(30), Duration.ofMinutes(10), 100));
  }

  @Test
  void readsEveryKey() {
    assertThat(
            bind(
                Map.of(
                    "agora.billing.top-up.declines-max", "3",
                    "agora.billing.top-up.retry-after", "4h",
                    "agora.billing.top-up.charge-retry", "5s",
                    "agora.billing.top-up.balance-wait", "6m",
                    "agora.billing.top-up.batch", "7")))
        .isEqualTo(
            new TopUpProperties(
                3, Duration.ofHours(4), Duration.ofSeconds(5), Duration.ofMinutes(6), 7));
  }

  @Test
  void refusesToSwitchOffBeforeTheFirstDecline() {
    assertThatThrownBy(() -> bind(Map.of("agora.billing.top-up.declines-max", "0")))
        .rootCause()
        .hasMessageContaining("above zero");
  }

  private static TopUpProperties bind(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("agora.billing.top-up", TopUpProperties.class);
  }
}
