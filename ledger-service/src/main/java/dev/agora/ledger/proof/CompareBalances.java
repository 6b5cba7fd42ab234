package dev.agora.ledger.proof;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Compares all balances with their entries, and all batches with their hashes, over and over, a
 * little at a time: what the proof can not look at on each call.
 */
@Component
@EnableConfigurationProperties(ProofProperties.class)
class CompareBalances {

  private static final Logger log = LoggerFactory.getLogger(CompareBalances.class);

  private final WalkPages pages;
  private final ProofProperties properties;
  private final Clock clock;
  private final AtomicLong wrong = new AtomicLong();
  private final AtomicLong ageMillis = new AtomicLong();

  CompareBalances(WalkPages pages, ProofProperties properties, Clock clock, MeterRegistry meters) {
    this.pages = pages;
    this.properties = properties;
    this.clock = clock;
    Gauge.builder("agora.ledger.proof.wrong", wrong::get)
        .description("balances, lots and batches that contradict the entries; above 0 is an alarm")
        .register(meters);
    TimeGauge.builder("agora.ledger.proof.age", ageMillis::get, TimeUnit.MILLISECONDS)
        .description("since the oldest of the last complete passes ended")
        .register(meters);
  }

  @Scheduled(fixedDelayString = "${agora.ledger.proof.every:PT2S}")
  void run() {
    try {
      for (ProofWalk walk : ProofWalk.values()) {
        long end = System.nanoTime() + properties.workMax().toNanos();
        while (pages.next(walk, properties.page()) && System.nanoTime() < end) {
          // Goes on as long as the pass does.
        }
      }
      report(pages.state());
    } catch (RuntimeException down) {
      // The next run goes on where the last page was committed.
      log.warn("the comparison of balances stays where it is: {}", down.toString());
    }
  }

  private void report(Map<ProofWalk, ProofPasses> walks) {
    long findings = walks.values().stream().mapToLong(walk -> walk.worse().findings()).sum();
    if (findings > wrong.getAndSet(findings)) {
      log.error("the ledger is broken, {} findings: run the audit; {}", findings, walks);
    }
    Instant now = clock.instant();
    ageMillis.set(
        walks.values().stream()
            .mapToLong(walk -> Duration.between(sinceOf(walk), now).toMillis())
            .max()
            .orElse(0));
  }

  private static Instant sinceOf(ProofPasses walk) {
    Instant ended = walk.lastEndedAt();
    return ended == null ? walk.current().begunAt() : ended;
  }
}
