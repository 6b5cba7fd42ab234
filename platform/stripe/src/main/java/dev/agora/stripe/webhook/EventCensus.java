package dev.agora.stripe.webhook;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;

/** Counts the events that are stored and not handled, so that someone can be told. */
class EventCensus {

  private static final Logger log = LoggerFactory.getLogger(EventCensus.class);

  private final StripeEvents events;
  private final InstantSource clock;
  private volatile long waiting;
  private volatile long ageSeconds;

  EventCensus(StripeEvents events, InstantSource clock, MeterRegistry meters) {
    this.events = events;
    this.clock = clock;
    Gauge.builder("agora.stripe.events.waiting", () -> waiting)
        .description("Stripe's events that are stored and not handled, counted up to 10000")
        .register(meters);
    TimeGauge.builder("agora.stripe.events.age", () -> ageSeconds, TimeUnit.SECONDS)
        .description("since the oldest of them came; 0 if there is none")
        .register(meters);
  }

  @Scheduled(fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
  void take() {
    try {
      StripeEvents.Backlog backlog = events.backlog();
      Instant oldest = backlog.oldest();
      waiting = backlog.waiting();
      ageSeconds = oldest == null ? 0 : Duration.between(oldest, clock.instant()).toSeconds();
    } catch (DataAccessException databaseAway) {
      log.warn("can not count events of Stripe: {}", databaseAway.getMessage());
    }
  }
}
