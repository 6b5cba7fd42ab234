package dev.agora.messaging;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Runs a job again and again while the application runs; a failure is logged, never the end. */
public final class PeriodicJob implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(PeriodicJob.class);
  private static final long STOP_SECONDS = 10;

  private final String name;
  private final Duration pause;
  private final int phase;
  private final Runnable job;
  private volatile @Nullable ScheduledExecutorService executor;

  /**
   * A job that starts with the application.
   *
   * @param pause between the end of one run and the start of the next
   * @param phase of {@link Phases}
   */
  public PeriodicJob(String name, Duration pause, int phase, Runnable job) {
    this.name = name;
    this.pause = pause;
    this.phase = phase;
    this.job = job;
  }

  /** The first run is over when this returns. */
  @Override
  public void start() {
    runOnce();
    ScheduledExecutorService started =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name(name).factory());
    var _ =
        started.scheduleWithFixedDelay(
            this::runOnce, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    executor = started;
  }

  @Override
  public void stop() {
    ScheduledExecutorService stopping = executor;
    executor = null;
    if (stopping == null) {
      return;
    }
    stopping.shutdown();
    try {
      if (!stopping.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        stopping.shutdownNow();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return executor != null;
  }

  @Override
  public int getPhase() {
    return phase;
  }

  private void runOnce() {
    try {
      job.run();
    } catch (RuntimeException failure) {
      LOG.warn("{} failed and will run again in {}", name, pause, failure);
    }
  }
}
