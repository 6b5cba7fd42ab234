package dev.agora.billing.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class CardPropertiesTest {

  @Test
  void hasDefaults() {
    assertThat(bind(Map.of()))
        .isEqualTo(new CardProperties(Duration.ofHours(23), Duration.ofSeconds(15), 100, 20));
  }

  @Test
  void readsEveryKey() {
    assertThat(
            bind(
                Map.of(
                    "agora.billing.card.setup-lifetime", "2h",
                    "agora.billing.card.check-interval", "3s",
                    "agora.billing.card.check-batch", "4",
                    "agora.billing.card.per-human-max", "5")))
        .isEqualTo(new CardProperties(Duration.ofHours(2), Duration.ofSeconds(3), 4, 5));
  }

  @Test
  void refusesALifetimeThatStripeWouldRefuse() {
    assertThatThrownBy(() -> bind(Map.of("agora.billing.card.setup-lifetime", "25h")))
        .hasRootCauseMessage(
            "agora.billing.card.setup-lifetime must be between 31 minutes and 24 hours, not"
                + " PT25H");
  }

  private static CardProperties bind(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("agora.billing.card", CardProperties.class);
  }
}
