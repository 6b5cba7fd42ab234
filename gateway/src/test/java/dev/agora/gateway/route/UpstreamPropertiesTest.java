package dev.agora.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.gateway.route.UpstreamProperties.Breaker;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class UpstreamPropertiesTest {

  @Test
  void hasDefaults() {
    assertThat(bind(Map.of()))
        .isEqualTo(
            new UpstreamProperties(
                Duration.ofSeconds(1),
                256,
                1024,
                Duration.ofSeconds(2),
                Duration.ofSeconds(30),
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                new Breaker(50, 10, 50, Duration.ofSeconds(2), 5)));
  }

  @Test
  void readsEveryKey() {
    assertThat(
            bind(
                Map.ofEntries(
                    Map.entry("agora.gateway.upstream.connect-timeout", "3s"),
                    Map.entry("agora.gateway.upstream.connections-max", "4"),
                    Map.entry("agora.gateway.upstream.waiting-max", "5"),
                    Map.entry("agora.gateway.upstream.wait-timeout", "6s"),
                    Map.entry("agora.gateway.upstream.idle-max", "7s"),
                    Map.entry("agora.gateway.upstream.life-max", "14s"),
                    Map.entry("agora.gateway.upstream.answer-max", "13s"),
                    Map.entry("agora.gateway.upstream.breaker.window", "8"),
                    Map.entry("agora.gateway.upstream.breaker.calls-min", "9"),
                    Map.entry("agora.gateway.upstream.breaker.failure-percent", "10"),
                    Map.entry("agora.gateway.upstream.breaker.open-for", "11s"),
                    Map.entry("agora.gateway.upstream.breaker.trial-calls", "12"))))
        .isEqualTo(
            new UpstreamProperties(
                Duration.ofSeconds(3),
                4,
                5,
                Duration.ofSeconds(6),
                Duration.ofSeconds(7),
                Duration.ofSeconds(14),
                Duration.ofSeconds(13),
                new Breaker(8, 9, 10, Duration.ofSeconds(11), 12)));
  }

  private static UpstreamProperties bind(Map<String, String> keys) {
    return new Binder(new MapConfigurationPropertySource(keys))
        .bindOrCreate("agora.gateway.upstream", UpstreamProperties.class);
  }
}
