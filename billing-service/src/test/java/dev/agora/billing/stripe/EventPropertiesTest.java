package dev.agora.billing.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class EventPropertiesTest {

  @Test
  void hasDefaults() {
    assertThat(bind(Map.of()))
        .isEqualTo(new EventProperties(Duration.ofMinutes(5), Duration.ofDays(3)));
  }

  @Test
  void readsEveryKey() {
    assertThat(
            bind(
                Map.of(
                    "agora.billing.event.undelivered-interval",
                    "2m",
                    "agora.billing.event.look-back",
                    "4d")))
        .isEqualTo(new EventProperties(Duration.ofMinutes(2), Duration.ofDays(4)));
  }

  @Test
  void refusesToLookWithoutAPause() {
    assertThatThrownBy(() -> bind(Map.of("agora.billing.event.undelivered-interval", "0s")))
        .rootCause()
        .hasMessageContaining("above zero");
  }

  private static EventProperties bind(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("agora.billing.event", EventProperties.class);
  }
}
