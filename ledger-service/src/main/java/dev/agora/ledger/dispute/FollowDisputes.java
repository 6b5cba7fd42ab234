package dev.agora.ledger.dispute;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Follows disputed purchases to whom they paid. Postings know nothing of it: what seasons can not
 * be converted meanwhile, so that a second more or less is nothing.
 */
@Component
class FollowDisputes {

  private static final Logger log = LoggerFactory.getLogger(FollowDisputes.class);

  /** Pages of one look, so that postings have the wallets for most of the time. */
  private static final int PAGES_MAX = 10;

  private final FollowDispute dispute;
  private final Clock clock;
  private volatile Instant doneAt;

  FollowDisputes(FollowDispute dispute, Clock clock, MeterRegistry meters) {
    this.dispute = dispute;
    this.clock = clock;
    this.doneAt = clock.instant();
    TimeGauge.builder("agora.ledger.disputes.age", this::ageMillis, TimeUnit.MILLISECONDS)
        .description("since all payments out of disputed purchases were looked at")
        .register(meters);
  }

  @Scheduled(fixedDelayString = "${agora.ledger.dispute.follow-every:PT1S}")
  void follow() {
    try {
      Instant begun = clock.instant();
      dispute.begin();
      boolean frozen = isDone(dispute::freezeNext);
      boolean thawed = isDone(dispute::thawNext);
      doneAt = frozen && thawed ? begun : doneAt;
    } catch (RuntimeException down) {
      // The next look repeats it, and the gauge tells.
      log.warn("disputes could not be followed: {}", down.toString());
    }
  }

  private static boolean isDone(BooleanSupplier step) {
    for (int page = 0; page < PAGES_MAX; page++) {
      if (!step.getAsBoolean()) {
        return true;
      }
    }
    return false;
  }

  private long ageMillis() {
    return Duration.between(doneAt, clock.instant()).toMillis();
  }
}
