package dev.agora.stripe.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class WebhookPropertiesTest {

  private static final WebhookProperties DEFAULTS =
      new WebhookProperties(
          "/hook",
          "whsec_1",
          Duration.ofMinutes(5),
          16,
          Duration.ofSeconds(1),
          Duration.ofMinutes(1),
          Duration.ofMillis(500),
          Duration.ofMinutes(5));

  @Test
  void hasDefaults() {
    assertThat(
            bind(
                Map.of(
                    "agora.stripe.webhook.path", "/hook",
                    "agora.stripe.webhook.secret", "whsec_1")))
        .isEqualTo(DEFAULTS);
  }

  @Test
  void readsEveryKey() {
    assertThat(
            bind(
                Map.of(
                    "agora.stripe.webhook.path", "/other",
                    "agora.stripe.webhook.secret", "whsec_2",
                    "agora.stripe.webhook.tolerance", "1s",
                    "agora.stripe.webhook.workers", "2",
                    "agora.stripe.webhook.poll-interval", "3s",
                    "agora.stripe.webhook.lease", "4s",
                    "agora.stripe.webhook.pause-min", "5s",
                    "agora.stripe.webhook.pause-max", "6s")))
        .isEqualTo(
            new WebhookProperties(
                "/other",
                "whsec_2",
                Duration.ofSeconds(1),
                2,
                Duration.ofSeconds(3),
                Duration.ofSeconds(4),
                Duration.ofSeconds(5),
                Duration.ofSeconds(6)));
  }

  @ParameterizedTest
  @CsvSource({"1, PT0.5S", "2, PT1S", "3, PT2S", "10, PT4M16S", "11, PT5M", "5000, PT5M"})
  void pausesDoubleUpToTheMost(int attempts, Duration pause) {
    assertThat(DEFAULTS.pauseAfter(attempts)).isEqualTo(pause);
  }

  @Test
  void doesNotShowTheSecret() {
    assertThat(DEFAULTS.toString()).doesNotContain("whsec");
  }

  private static WebhookProperties bind(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bind("agora.stripe.webhook", WebhookProperties.class)
        .get();
  }
}
