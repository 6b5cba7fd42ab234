package dev.agora.messaging.deadletter;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts the dead letters that wait for an operator, so that someone can be told. */
final class DeadLetterCensus {

  private final JdbcDeadLetters letters;
  private volatile long waiting;

  DeadLetterCensus(JdbcDeadLetters letters, MeterRegistry meters) {
    this.letters = letters;
    Gauge.builder("agora.deadletters.waiting", () -> waiting)
        .description("messages that wait for an operator, counted up to 10000")
        .register(meters);
  }

  void take() {
    waiting = letters.waiting();
  }
}
