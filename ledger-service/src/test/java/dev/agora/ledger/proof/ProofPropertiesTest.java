package dev.agora.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ProofPropertiesTest {

  @Test
  void defaults() {
    assertThat(bind(Map.of())).isEqualTo(new ProofProperties(1000, Duration.ofMillis(25)));
  }

  @Test
  void everyKey() {
    assertThat(bind(Map.of("agora.ledger.proof.page", "10", "agora.ledger.proof.work-max", "1s")))
        .isEqualTo(new ProofProperties(10, Duration.ofSeconds(1)));
  }

  @Test
  void aPageOfNothingIsRefused() {
    assertThatThrownBy(() -> bind(Map.of("agora.ledger.proof.page", "0")))
        .hasRootCauseInstanceOf(IllegalArgumentException.class);
  }

  private static ProofProperties bind(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("agora.ledger.proof", ProofProperties.class);
  }
}
