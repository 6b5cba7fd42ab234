package dev.agora.ledger.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AnalyticsPropertiesTest {

  @Test
  void defaults() {
    assertThat(bind(Map.of())).isEqualTo(new AnalyticsProperties(5000, 64, Duration.ofMillis(200)));
  }

  @Test
  void everyKey() {
    assertThat(
            bind(
                Map.of(
                    "agora.ledger.analytics.page", "10",
                    "agora.ledger.analytics.tail", "5",
                    "agora.ledger.analytics.work-max", "1s")))
        .isEqualTo(new AnalyticsProperties(10, 5, Duration.ofSeconds(1)));
  }

  @Test
  void aPageOfNothingIsRefused() {
    assertThatThrownBy(() -> bind(Map.of("agora.ledger.analytics.page", "0")))
        .hasRootCauseInstanceOf(IllegalArgumentException.class);
  }

  private static AnalyticsProperties bind(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("agora.ledger.analytics", AnalyticsProperties.class);
  }
}
