package dev.agora.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class QueuePropertiesTest {

  @Test
  void defaults() {
    assertThat(bind(Map.of()))
        .isEqualTo(new QueueProperties(2000, 500, Duration.ofMillis(15), Duration.ofSeconds(5)));
  }

  @Test
  void everyKey() {
    assertThat(
            bind(
                Map.of(
                    "agora.ledger.queue.capacity", "10",
                    "agora.ledger.queue.batch-max", "5",
                    "agora.ledger.queue.gather-max", "3ms",
                    "agora.ledger.queue.wait-max", "1s")))
        .isEqualTo(new QueueProperties(10, 5, Duration.ofMillis(3), Duration.ofSeconds(1)));
  }

  @Test
  void aBatchThatTheJournalCanNotNumberIsRefused() {
    assertThatThrownBy(() -> bind(Map.of("agora.ledger.queue.batch-max", "4097")))
        .hasRootCauseInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aWaitThatEverybodyWouldFeelIsRefused() {
    assertThatThrownBy(() -> bind(Map.of("agora.ledger.queue.gather-max", "101ms")))
        .hasRootCauseInstanceOf(IllegalArgumentException.class);
  }

  private static QueueProperties bind(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("agora.ledger.queue", QueueProperties.class);
  }
}
