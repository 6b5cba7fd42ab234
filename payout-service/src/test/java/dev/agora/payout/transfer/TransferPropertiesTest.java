package dev.agora.payout.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class TransferPropertiesTest {

  @Test
  void hasDefaults() {
    assertThat(
            new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("agora.payout.transfer", TransferProperties.class))
        .isEqualTo(new TransferProperties(Duration.ofHours(23)));
  }

  @Test
  void readsEveryKey() {
    assertThat(bind("2h")).isEqualTo(new TransferProperties(Duration.ofHours(2)));
  }

  @Test
  void aKeyThatStripeMayHaveForgottenIsNeverUsed() {
    assertThatThrownBy(() -> bind("24h"))
        .hasRootCauseMessage(
            "agora.payout.transfer.key-lifetime must be less than 24 hours, not PT24H");
  }

  private static TransferProperties bind(String keyLifetime) {
    return new Binder(
            new MapConfigurationPropertySource(
                Map.of("agora.payout.transfer.key-lifetime", keyLifetime)))
        .bind("agora.payout.transfer", TransferProperties.class)
        .get();
  }
}
