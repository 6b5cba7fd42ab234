package dev.agora.messaging.saga;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Counts the sagas that wait for an operator, or for a sweeper that does not come. */
final class SagaCensus {

  private final JdbcSagaOverview overview;
  private final Clock clock;
  private volatile long parked;
  private volatile long parkedSeconds;
  private volatile long overdueSeconds;

  SagaCensus(JdbcSagaOverview overview, MeterRegistry meters, Clock clock) {
    this.overview = overview;
    this.clock = clock;
    Gauge.builder("agora.saga.parked", () -> parked)
        .description("sagas that wait for an operator, counted up to 10000")
        .register(meters);
    TimeGauge.builder("agora.saga.parked.age", () -> parkedSeconds, TimeUnit.SECONDS)
        .description("since the one parked longest was; 0 if none is")
        .register(meters);
    TimeGauge.builder("agora.saga.overdue.age", () -> overdueSeconds, TimeUnit.SECONDS)
        .description("since the oldest deadline that nobody acted on; 0 if there is none")
        .register(meters);
  }

  void take() {
    Instant now = clock.instant();
    parked = overview.parked();
    parkedSeconds = overview.parkedSince().map(since -> seconds(since, now)).orElse(0L);
    overdueSeconds = overview.nextDeadline().map(deadline -> seconds(deadline, now)).orElse(0L);
  }

  private static long seconds(Instant since, Instant now) {
    return Math.max(0, Duration.between(since, now).toSeconds());
  }
}
