package dev.agora.payout.transfer;

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
import org.springframework.stereotype.Component;

/** Counts the Stripe transfers of which nobody knows the end, so that someone can be told. */
@Component
class TransferCensus {

  private static final Logger log = LoggerFactory.getLogger(TransferCensus.class);

  private final TransferIntents intents;
  private final InstantSource clock;
  private volatile long unknown;
  private volatile long ageSeconds;

  TransferCensus(TransferIntents intents, InstantSource clock, MeterRegistry meters) {
    this.intents = intents;
    this.clock = clock;
    Gauge.builder("agora.payout.transfers.unknown", () -> unknown)
        .description("Stripe transfers that were asked for without a known end, up to 10000")
        .register(meters);
    TimeGauge.builder("agora.payout.transfers.unknown.age", () -> ageSeconds, TimeUnit.SECONDS)
        .description("since the oldest of them was first sent; 0 if there is none")
        .register(meters);
  }

  @Scheduled(fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
  void take() {
    try {
      TransferIntents.Doubtful doubtful = intents.doubtful();
      Instant oldest = doubtful.oldest();
      unknown = doubtful.count();
      ageSeconds = oldest == null ? 0 : Duration.between(oldest, clock.instant()).toSeconds();
    } catch (DataAccessException databaseAway) {
      log.warn("can not count transfers: {}", databaseAway.getMessage());
    }
  }
}
