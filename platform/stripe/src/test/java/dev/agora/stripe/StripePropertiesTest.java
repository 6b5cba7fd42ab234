package dev.agora.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class StripePropertiesTest {

  @Test
  void hasDefaults() {
    assertThat(bind(Map.of("agora.stripe.api-key", "sk_test_1")))
        .isEqualTo(
            new StripeProperties(
                "sk_test_1",
                null,
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                1,
                3,
                Duration.ofMillis(250),
                Duration.ofSeconds(25),
                64,
                Duration.ofSeconds(2),
                50,
                20,
                Duration.ofSeconds(5)));
  }

  @Test
  void readsEveryKey() {
    assertThat(
            bind(
                Map.ofEntries(
                    Map.entry("agora.stripe.api-key", "rk_live_1"),
                    Map.entry("agora.stripe.api-base", "http://127.0.0.1:1"),
                    Map.entry("agora.stripe.connect-timeout", "1s"),
                    Map.entry("agora.stripe.read-timeout", "3s"),
                    Map.entry("agora.stripe.network-retries", "4"),
                    Map.entry("agora.stripe.repetitions", "11"),
                    Map.entry("agora.stripe.repetition-pause", "12s"),
                    Map.entry("agora.stripe.time-limit", "5s"),
                    Map.entry("agora.stripe.concurrent-calls", "6"),
                    Map.entry("agora.stripe.queue-time", "7s"),
                    Map.entry("agora.stripe.breaker-failure-percent", "8"),
                    Map.entry("agora.stripe.breaker-window", "9"),
                    Map.entry("agora.stripe.breaker-pause", "10s"))))
        .isEqualTo(
            new StripeProperties(
                "rk_live_1",
                "http://127.0.0.1:1",
                Duration.ofSeconds(1),
                Duration.ofSeconds(3),
                4,
                11,
                Duration.ofSeconds(12),
                Duration.ofSeconds(5),
                6,
                Duration.ofSeconds(7),
                8,
                9,
                Duration.ofSeconds(10)));
  }

  @Test
  void anEmptyBaseIsTheRealStripe() {
    StripeProperties properties =
        bind(Map.of("agora.stripe.api-key", "sk_test_1", "agora.stripe.api-base", ""));
    assertThat(properties.standInBase()).isNull();
    assertThat(StripeClients.of(properties)).isNotNull();
  }

  @Test
  void refusesWhatIsNoKeyWithoutRepeatingIt() {
    assertThatThrownBy(() -> bind(Map.of("agora.stripe.api-key", "pk_test_secret")))
        .rootCause()
        .hasMessageContaining("STRIPE_API_KEY")
        .hasMessageNotContaining("pk_test_secret");
  }

  @Test
  void doesNotShowTheKey() {
    assertThat(bind(Map.of("agora.stripe.api-key", "sk_live_secret")).toString())
        .contains("live=true")
        .doesNotContain("secret");
  }

  static StripeProperties bind(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bind("agora.stripe", StripeProperties.class)
        .get();
  }
}
