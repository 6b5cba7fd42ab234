package dev.agora.billing.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class WarningPropertiesTest {

  @Test
  void hasDefaults() {
    assertThat(bind(Map.of()))
        .isEqualTo(
            new WarningProperties(Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofDays(3)));
  }

  @Test
  void readsEveryKey() {
    assertThat(
            bind(
                Map.of(
                    "agora.billing.warning.check-interval",
                    "2m",
                    "agora.billing.warning.overlap",
                    "3h",
                    "agora.billing.warning.patience",
                    "5d")))
        .isEqualTo(
            new WarningProperties(Duration.ofMinutes(2), Duration.ofHours(3), Duration.ofDays(5)));
  }

  @Test
  void refusesToLookWithoutAPause() {
    assertThatThrownBy(() -> bind(Map.of("agora.billing.warning.check-interval", "0s")))
        .rootCause()
        .hasMessageContaining("above zero");
  }

  private static WarningProperties bind(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("agora.billing.warning", WarningProperties.class);
  }
}
