package dev.agora.billing.dispute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DisputePropertiesTest {

  @Test
  void hasDefaults() {
    assertThat(bind(Map.of()))
        .isEqualTo(new DisputeProperties(Duration.ofMinutes(1), Duration.ofHours(1), 100));
  }

  @Test
  void readsEveryKey() {
    assertThat(
            bind(
                Map.of(
                    "agora.billing.dispute.check-interval", "2m",
                    "agora.billing.dispute.overlap", "3h",
                    "agora.billing.dispute.check-batch", "4")))
        .isEqualTo(new DisputeProperties(Duration.ofMinutes(2), Duration.ofHours(3), 4));
  }

  @Test
  void refusesToLookWithoutAPause() {
    assertThatThrownBy(() -> bind(Map.of("agora.billing.dispute.check-interval", "0s")))
        .rootCause()
        .hasMessageContaining("above zero");
  }

  private static DisputeProperties bind(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("agora.billing.dispute", DisputeProperties.class);
  }
}
