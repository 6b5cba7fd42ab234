package dev.agora.messaging.relay;

import dev.agora.messaging.MessagingProperties;
import dev.agora.messaging.Phases;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Seeks the lead, and while it has it keeps one relay running: what fails is built anew, after a
 * pause that grows to ten seconds.
 */
final class RelaySupervisor implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(RelaySupervisor.class);
  private static final Duration LONG_LIFE = Duration.ofMinutes(1);
  private static final Duration STOP_AT_MOST = Duration.ofSeconds(40);

  private final MessagingProperties.Relay settings;
  private final LeaderLock lead;
  private final RelayTerms terms;
  private final RelayState state;
  private final Clock clock;
  private final Backoff backoff = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(10));
  private volatile CountDownLatch stop = new CountDownLatch(0);
  private volatile @Nullable Thread thread;

  RelaySupervisor(
      MessagingProperties properties,
      LeaderLock lead,
      RelayTerms terms,
      RelayState state,
      Clock clock) {
    this.settings = properties.relay();
    this.lead = lead;
    this.terms = terms;
    this.state = state;
    this.clock = clock;
  }

  @Override
  public void start() {
    stop = new CountDownLatch(1);
    thread = Thread.ofPlatform().daemon().name("relay-supervisor").start(this::supervise);
  }

  @Override
  public void stop() {
    Thread ending = thread;
    thread = null;
    stop.countDown();
    if (ending == null) {
      return;
    }
    try {
      if (!ending.join(STOP_AT_MOST)) {
        LOG.warn("the relay did not stop within {}", STOP_AT_MOST);
        ending.interrupt();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  @Override
  public int getPhase() {
    return Phases.RELAY;
  }

  private void supervise() {
    try {
      do {
        if (lead.acquire()) {
          lead();
        } else {
          state.standby();
        }
      } while (!stop.await(settings.leadershipInterval().toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException interrupted) {
      LOG.debug("the relay was interrupted", interrupted);
    } finally {
      lead.release();
      state.stopped();
    }
  }

  /** One relay's life. */
  private void lead() throws InterruptedException {
    state.starting();
    Instant began = clock.instant();
    try {
      terms.serve(lead, stop);
      backoff.reset();
    } catch (RuntimeException failure) {
      if (Duration.between(began, clock.instant()).compareTo(LONG_LIFE) > 0) {
        backoff.reset();
      }
      Duration wait = backoff.next();
      LOG.error("the relay failed and is built anew in {}", wait, failure);
      state.failed(failure);
      // Another replica may be luckier.
      lead.release();
      stop.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    }
  }
}
