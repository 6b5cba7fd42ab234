package dev.agora.payout.reconciliation;

import dev.agora.payout.conversion.MoveConversion;
import dev.agora.payout.reconciliation.Break.Kind;
import dev.agora.payout.returned.NoticeReturns;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Compares again and again, and keeps gauges that alerts look at. Any number of replicas may. */
@Component
class ReconcileTransfers {

  private static final Logger log = LoggerFactory.getLogger(ReconcileTransfers.class);

  private final TransferList list;
  private final JdbcExpectations expectations;
  private final MoveConversion moveConversion;
  private final NoticeReturns noticeReturns;
  private final CompareConnected compareConnected;
  private final Breaks breaks;
  private final ReconciliationProperties properties;
  private final InstantSource clock;
  private volatile Map<Kind, Integer> open = Map.of();
  private volatile Instant compared;

  ReconcileTransfers(
      TransferList list,
      JdbcExpectations expectations,
      MoveConversion moveConversion,
      NoticeReturns noticeReturns,
      CompareConnected compareConnected,
      Breaks breaks,
      ReconciliationProperties properties,
      InstantSource clock,
      MeterRegistry meters) {
    this.list = list;
    this.expectations = expectations;
    this.moveConversion = moveConversion;
    this.noticeReturns = noticeReturns;
    this.compareConnected = compareConnected;
    this.breaks = breaks;
    this.properties = properties;
    this.clock = clock;
    compared = clock.instant();
    for (Kind kind : Kind.values()) {
      Gauge.builder("agora.payout.breaks", () -> open.getOrDefault(kind, 0))
          .tag("kind", kind.name())
          .description("Differences between Stripe's transfers and ours that are not mended")
          .register(meters);
    }
    TimeGauge.builder("agora.payout.reconciliation.age", this::ageMillis, TimeUnit.MILLISECONDS)
        .description("Since transfers were last compared completely, or the service started")
        .register(meters);
  }

  @Scheduled(
      fixedDelayString = "${agora.payout.reconciliation.every:15m}",
      initialDelayString = "${agora.payout.reconciliation.every:15m}")
  void reconcile() {
    Instant now = clock.instant();
    Optional<Collection<Break>> found =
        new CompareTransfers(list, expectations, moveConversion, noticeReturns, now)
            .compare(now.minus(properties.reach()), now.minus(properties.grace()));
    if (found.isEmpty()) {
      log.warn("transfers could not be compared: Stripe's list can not be read");
      return;
    }
    compareConnected.compare();
    breaks.found(found.get());
    Map<Kind, Integer> before = open;
    open = breaks.open();
    compared = now;
    if (!open.equals(before)) {
      log.error("differences between Stripe's transfers and ours: {}, before {}", open, before);
    }
  }

  private long ageMillis() {
    return Duration.between(compared, clock.instant()).toMillis();
  }
}
