package dev.agora.messaging.saga;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts the sagas that wait for an operator, so that someone can be told. */
final class SagaCensus {

  private final JdbcSagaOverview overview;
  private volatile long parked;

  SagaCensus(JdbcSagaOverview overview, MeterRegistry meters) {
    this.overview = overview;
    Gauge.builder("agora.saga.parked", () -> parked).register(meters);
  }

  void take() {
    parked = overview.parked();
  }
}
