package dev.agora.billing.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PurchasePropertiesTest {

  @Test
  void hasDefaults() {
    assertThat(bind(Map.of("agora.billing.public-url", "https://agora.example")))
        .isEqualTo(
            new PurchaseProperties(
                URI.create("https://agora.example"),
                Duration.ofHours(23),
                Duration.ofSeconds(30),
                Duration.ofMinutes(10),
                Duration.ofSeconds(5),
                Duration.ofMinutes(5),
                100,
                false));
  }

  @Test
  void readsEveryKey() {
    assertThat(
            bind(
                Map.of(
                    "agora.billing.public-url", "https://agora.example",
                    "agora.billing.automatic-tax", "true",
                    "agora.billing.checkout-lifetime", "2h",
                    "agora.billing.opening-lease", "3s",
                    "agora.billing.expiry-grace", "4m",
                    "agora.billing.check-interval-min", "5s",
                    "agora.billing.check-interval-max", "6m",
                    "agora.billing.check-batch", "7")))
        .isEqualTo(
            new PurchaseProperties(
                URI.create("https://agora.example"),
                Duration.ofHours(2),
                Duration.ofSeconds(3),
                Duration.ofMinutes(4),
                Duration.ofSeconds(5),
                Duration.ofMinutes(6),
                7,
                true));
  }

  @Test
  void refusesALifetimeThatStripeWouldRefuse() {
    assertThatThrownBy(
            () ->
                bind(
                    Map.of(
                        "agora.billing.public-url", "https://agora.example",
                        "agora.billing.checkout-lifetime", "25h")))
        .hasRootCauseMessage(
            "agora.billing.checkout-lifetime must be between 31 minutes and 24 hours, not PT25H");
  }

  private static PurchaseProperties bind(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bind("agora.billing", PurchaseProperties.class)
        .get();
  }
}
