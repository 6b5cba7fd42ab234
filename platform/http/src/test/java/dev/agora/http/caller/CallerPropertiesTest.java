package dev.agora.http.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class CallerPropertiesTest {

  @Test
  void defaults_are_those_of_the_configuration_page() {
    assertThat(
            bind(
                Map.of(
                    "agora.http.jwks-url", "http://gateway/jwks",
                    "agora.http.audience", "ledger")))
        .isEqualTo(
            new CallerProperties(
                URI.create("http://gateway/jwks"),
                "ledger",
                "agora-gateway",
                Duration.ofSeconds(5),
                Duration.ofSeconds(60),
                Duration.ofMinutes(5),
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                10_000,
                Duration.ofMinutes(5)));
  }

  @Test
  void every_key_is_bound() {
    assertThat(
            bind(
                Map.of(
                    "agora.http.jwks-url", "http://gateway/jwks",
                    "agora.http.audience", "ledger",
                    "agora.http.issuer", "other",
                    "agora.http.clock-skew", "1s",
                    "agora.http.lifetime-max", "30s",
                    "agora.http.jwks-fresh", "1m",
                    "agora.http.jwks-timeout", "3s",
                    "agora.http.jwks-min-interval", "4s",
                    "agora.http.verified-tokens-max", "7",
                    "agora.http.step-up", "8m")))
        .isEqualTo(
            new CallerProperties(
                URI.create("http://gateway/jwks"),
                "ledger",
                "other",
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                Duration.ofMinutes(1),
                Duration.ofSeconds(3),
                Duration.ofSeconds(4),
                7,
                Duration.ofMinutes(8)));
  }

  @Test
  void a_door_without_keys_or_a_name_does_not_open() {
    assertThatThrownBy(() -> bind(Map.of("agora.http.audience", "ledger")))
        .isInstanceOf(BindException.class)
        .hasRootCauseMessage("agora.http.jwks-url must be an absolute address");
    assertThatThrownBy(() -> bind(Map.of("agora.http.jwks-url", "http://gateway/jwks")))
        .isInstanceOf(BindException.class)
        .hasRootCauseMessage("agora.http.audience must be the name of this service");
  }

  private static CallerProperties bind(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("agora.http", CallerProperties.class);
  }
}
