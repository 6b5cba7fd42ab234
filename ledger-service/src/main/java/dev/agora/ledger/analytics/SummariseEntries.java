package dev.agora.ledger.analytics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Adds committed entries to the sums, page by page, a little at a time. Answers are exact without
 * it, and fast with it.
 */
@Component
@EnableConfigurationProperties(AnalyticsProperties.class)
class SummariseEntries {

  private static final Logger log = LoggerFactory.getLogger(SummariseEntries.class);

  private final JdbcSummary summary;
  private final AnalyticsProperties properties;
  private final Clock clock;
  private final AtomicLong ageMillis = new AtomicLong();

  SummariseEntries(
      JdbcSummary summary, AnalyticsProperties properties, Clock clock, MeterRegistry meters) {
    this.summary = summary;
    this.properties = properties;
    this.clock = clock;
    TimeGauge.builder("agora.ledger.analytics.age", ageMillis::get, TimeUnit.MILLISECONDS)
        .description("since the oldest transaction that is not in the sums yet")
        .register(meters);
  }

  @Scheduled(fixedDelayString = "${agora.ledger.analytics.every:PT1S}")
  void run() {
    try {
      long end = System.nanoTime() + properties.workMax().toNanos();
      while (summary.addPage(properties.page(), properties.tail()) && System.nanoTime() < end) {
        // Goes on as long as there is more.
      }
      Instant now = clock.instant();
      ageMillis.set(
          summary
              .oldestMissing()
              .map(oldest -> Duration.between(oldest, now).toMillis())
              .orElse(0L));
    } catch (RuntimeException down) {
      // The next run repeats it; answers only get slower meanwhile.
      log.warn("the sums stay where they are: {}", down.toString());
    }
  }
}
