package dev.agora.billing.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ReconciliationPropertiesTest {

  @Test
  void hasDefaults() {
    assertThat(bind(Map.of()))
        .isEqualTo(
            new ReconciliationProperties(
                Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofMinutes(15)));
  }

  @Test
  void readsEveryKey() {
    assertThat(
            bind(
                Map.of(
                    "agora.billing.reconciliation.interval",
                    "2m",
                    "agora.billing.reconciliation.overlap",
                    "3h",
                    "agora.billing.reconciliation.grace",
                    "4m")))
        .isEqualTo(
            new ReconciliationProperties(
                Duration.ofMinutes(2), Duration.ofHours(3), Duration.ofMinutes(4)));
  }

  @Test
  void refusesToLookWithoutAPause() {
    assertThatThrownBy(() -> bind(Map.of("agora.billing.reconciliation.interval", "0s")))
        .rootCause()
        .hasMessageContaining("above zero");
  }

  private static ReconciliationProperties bind(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("agora.billing.reconciliation", ReconciliationProperties.class);
  }
}
