package dev.agora.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class MessagingPropertiesTest {

  private static MessagingProperties bind(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bind("agora.messaging", MessagingProperties.class)
        .get();
  }

  @Test
  void onlyTheServiceHasNoDefault() {
    assertThat(bind(Map.of("agora.messaging.service", "ledger")))
        .isEqualTo(
            new MessagingProperties(
                "ledger",
                new MessagingProperties.Outbox(Duration.ofDays(7)),
                new MessagingProperties.Inbox(
                    true,
                    3,
                    Duration.ofDays(30),
                    Duration.ofMillis(100),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(60)),
                new MessagingProperties.Relay(
                    true,
                    Duration.ofMillis(5),
                    Duration.ofMillis(500),
                    Duration.ofSeconds(5),
                    Duration.ofMillis(250),
                    Duration.ofSeconds(5)),
                new MessagingProperties.Saga(Duration.ofMillis(250))));
  }

  @Test
  void everyKeyIsBound() {
    Map<String, String> keys =
        Map.ofEntries(
            Map.entry("agora.messaging.service", "ledger"),
            Map.entry("agora.messaging.outbox.retention", "1d"),
            Map.entry("agora.messaging.inbox.enabled", "false"),
            Map.entry("agora.messaging.inbox.concurrency", "1"),
            Map.entry("agora.messaging.inbox.retention", "2d"),
            Map.entry("agora.messaging.inbox.retry-first", "1ms"),
            Map.entry("agora.messaging.inbox.retry-longest", "2ms"),
            Map.entry("agora.messaging.inbox.retry-at-most", "3ms"),
            Map.entry("agora.messaging.relay.enabled", "false"),
            Map.entry("agora.messaging.relay.poll-interval", "4ms"),
            Map.entry("agora.messaging.relay.flush-interval", "5ms"),
            Map.entry("agora.messaging.relay.heartbeat-interval", "6ms"),
            Map.entry("agora.messaging.relay.leadership-interval", "7ms"),
            Map.entry("agora.messaging.relay.drain-at-most", "8ms"),
            Map.entry("agora.messaging.saga.sweep-interval", "9ms"));
    assertThat(bind(keys))
        .isEqualTo(
            new MessagingProperties(
                "ledger",
                new MessagingProperties.Outbox(Duration.ofDays(1)),
                new MessagingProperties.Inbox(
                    false,
                    1,
                    Duration.ofDays(2),
                    Duration.ofMillis(1),
                    Duration.ofMillis(2),
                    Duration.ofMillis(3)),
                new MessagingProperties.Relay(
                    false,
                    Duration.ofMillis(4),
                    Duration.ofMillis(5),
                    Duration.ofMillis(6),
                    Duration.ofMillis(7),
                    Duration.ofMillis(8)),
                new MessagingProperties.Saga(Duration.ofMillis(9))));
  }
}
