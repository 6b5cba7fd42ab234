package dev.agora.messaging.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;

/** Measures how long messages take from their sender's commit to the end of their effect here. */
final class InboxMetrics {

  private final MeterRegistry registry;
  private final Clock clock;

  InboxMetrics(MeterRegistry registry, Clock clock) {
    this.registry = registry;
    this.clock = clock;
  }

  void handled(String consumer, MessageContext message) {
    Timer.builder("agora.inbox.latency")
        .description("from the sender's outbox row to the end of the effect")
        .tag("consumer", consumer)
        .tag("type", message.type())
        .publishPercentiles(0.5, 0.99)
        .register(registry)
        .record(Duration.between(message.createdAt(), clock.instant()));
  }

  void deadLetter(String consumer) {
    registry.counter("agora.inbox.deadletters", "consumer", consumer).increment();
  }
}
