package dev.agora.stripesimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentOptionsTest {
  @Test
  void defaults() {
    SimulatorOptions options = EnvironmentOptions.of(Map.of(), "fresh");

    assertThat(options.door()).isEqualTo(new SimulatorOptions.Door("127.0.0.1", 12_111, null));
    assertThat(options.seed()).isEqualTo("fresh");
    assertThat(options.settleAtOnce()).isTrue();
    assertThat(options.payoutDelay()).isEqualTo(Duration.ofSeconds(2));
    assertThat(options.data()).isNull();
    assertThat(options.endpoints()).isEmpty();
  }

  @Test
  void everyKey() {
    SimulatorOptions options =
        EnvironmentOptions.of(
            Map.of(
                "STRIPE_SIMULATOR_PORT", "4",
                "STRIPE_SIMULATOR_ADDRESS", "0.0.0.0",
                "STRIPE_SIMULATOR_PUBLIC_URL", "http://stripe.example",
                "STRIPE_SIMULATOR_SEED", "s",
                "STRIPE_SIMULATOR_SETTLE_AT_ONCE", "false",
                "STRIPE_SIMULATOR_DATA", "data",
                "STRIPE_SIMULATOR_WEBHOOK_URL", "http://a",
                "STRIPE_WEBHOOK_SECRET", "whsec_a",
                "STRIPE_SIMULATOR_CONNECT_WEBHOOK_URL", "http://b",
                "STRIPE_CONNECT_WEBHOOK_SECRET", "whsec_b"),
            "fresh");

    assertThat(options.door())
        .isEqualTo(new SimulatorOptions.Door("0.0.0.0", 4, "http://stripe.example"));
    assertThat(options.seed()).isEqualTo("s");
    assertThat(options.settleAtOnce()).isFalse();
    assertThat(options.payoutDelay()).isEqualTo(Duration.ofDays(2));
    assertThat(options.data()).isEqualTo(Path.of("data"));
    assertThat(options.endpoints())
        .containsExactly(
            new SimulatorOptions.Endpoint("platform", "http://a", "whsec_a", false),
            new SimulatorOptions.Endpoint("connect", "http://b", "whsec_b", true));
    Map<String, String> slow = Map.of("STRIPE_SIMULATOR_PAYOUT_DELAY", "PT9S");
    assertThat(EnvironmentOptions.of(slow, "fresh").payoutDelay()).isEqualTo(Duration.ofSeconds(9));
  }

  @Test
  void anEndpointWithoutASecretIsRefused() {
    Map<String, String> environment = Map.of("STRIPE_SIMULATOR_WEBHOOK_URL", "http://a");

    assertThatThrownBy(() -> EnvironmentOptions.of(environment, "fresh"))
        .hasMessageContaining("STRIPE_WEBHOOK_SECRET is missing");
  }
}
