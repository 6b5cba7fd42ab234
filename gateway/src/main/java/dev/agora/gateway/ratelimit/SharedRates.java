package dev.agora.gateway.ratelimit;

import dev.agora.gateway.ratelimit.RateLimits.Counted;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Tells the other gateways, every tenth of a second, what this one has let through, and learns from
 * them. No request waits for it; while the database is away each gateway counts alone.
 */
final class SharedRates implements SmartLifecycle {

  /** Of one exchange; the others are told in the next one. */
  private static final int CALLERS_MAX = 5_000;

  private static final Duration FORGET_EVERY = Duration.ofMinutes(1);
  private static final Logger log = LoggerFactory.getLogger(SharedRates.class);

  private final RateLimits limits;
  private final JdbcSharedBuckets buckets;
  private final Runnable prepare;
  private final Duration every;
  private @Nullable ScheduledExecutorService thread;
  private @Nullable ScheduledFuture<?> exchanges;

  /** Long ago, as long as it has never been. */
  private volatile long toldAt = System.nanoTime() - FORGET_EVERY.toNanos();

  private long forgotAt = System.nanoTime();
  private boolean prepared;
  private boolean away;

  /**
   * Makes one that waits to be started.
   *
   * @param prepare makes the table; tried until it succeeds, since a gateway does not wait for it
   */
  SharedRates(
      RateLimits limits,
      JdbcSharedBuckets buckets,
      Runnable prepare,
      Duration every,
      MeterRegistry registry) {
    this.limits = limits;
    this.buckets = buckets;
    this.prepare = prepare;
    this.every = every;
    TimeGauge.builder(
            "agora.gateway.rates.shared.age", this, TimeUnit.NANOSECONDS, SharedRates::sinceTold)
        .description("since gateways have last told each other what they let through")
        .register(registry);
  }

  @Override
  public synchronized void start() {
    thread =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("shared-rates").factory());
    exchanges =
        thread.scheduleWithFixedDelay(
            this::exchange, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public synchronized void stop() {
    if (thread != null) {
      thread.shutdownNow();
      thread = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return exchanges != null && !exchanges.isDone();
  }

  private void exchange() {
    Map<Counted, Long> untold = limits.takeUntold(CALLERS_MAX);
    try {
      if (!prepared) {
        prepare.run();
        prepared = true;
      }
      if (!untold.isEmpty()) {
        buckets.add(untold, limits::rateOf).forEach(limits::setRight);
      }
      if (System.nanoTime() - forgotAt > FORGET_EVERY.toNanos()) {
        forgotAt = System.nanoTime();
        buckets.forgetFull();
      }
      toldAt = System.nanoTime();
      if (away) {
        away = false;
        log.info("gateways share their rates again");
      }
    } catch (RuntimeException failed) {
      limits.giveBack(untold);
      if (!away) {
        away = true;
        log.warn("gateways do not share their rates at the moment: {}", failed.toString());
      }
    }
  }

  private double sinceTold() {
    return System.nanoTime() - toldAt;
  }
}
