package dev.agora.stripe.webhook;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/**
 * Works off the stored events: at once when woken, and by looking now and then, so that nothing
 * depends on the process that took an event in. Several replicas share the work.
 */
class EventWorker implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(EventWorker.class);

  private final StripeEvents events;
  private final StripeEventHandler handler;
  private final WebhookProperties properties;
  private final Semaphore signal = new Semaphore(0);
  private final Semaphore free;
  private volatile boolean running;

  EventWorker(StripeEvents events, StripeEventHandler handler, WebhookProperties properties) {
    this.events = events;
    this.handler = handler;
    this.properties = properties;
    this.free = new Semaphore(properties.workers());
  }

  /** Looks for due events now. */
  void wake() {
    signal.release();
  }

  @Override
  public void start() {
    running = true;
    Thread.ofVirtual().name("stripe-events").start(this::work);
  }

  /** Lets what is being handled end, for at most the lease. */
  @Override
  public void stop() {
    running = false;
    signal.release();
    try {
      if (!free.tryAcquire(
          properties.workers(), properties.lease().toMillis(), TimeUnit.MILLISECONDS)) {
        log.warn("events of Stripe are still being handled; they will be taken up again");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void work() {
    Duration pause = properties.pollInterval();
    while (running) {
      try {
        int started = startDue();
        if (started == 0 && signal.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
          signal.drainPermits();
        }
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private int startDue() throws InterruptedException {
    free.acquire();
    int slots = 1 + free.drainPermits();
    int started = 0;
    try {
      List<ClaimedEvent> due = events.claim(slots, properties.lease());
      for (ClaimedEvent event : due) {
        Thread.ofVirtual().name("stripe-event-" + event.eventId()).start(() -> handle(event));
        started++;
      }
    } catch (DataAccessException databaseAway) {
      log.warn("can not look for events of Stripe: {}", databaseAway.getMessage());
    } finally {
      free.release(slots - started);
    }
    return started;
  }

  private void handle(ClaimedEvent claimed) {
    try {
      EventReader.read(claimed.payload()).ifPresent(handler::handle);
      events.handled(claimed.eventId());
    } catch (RuntimeException failed) {
      postpone(claimed, failed);
    } finally {
      free.release();
      signal.release();
    }
  }

  private void postpone(ClaimedEvent claimed, RuntimeException failed) {
    Duration pause = properties.pauseAfter(claimed.attempt());
    log.warn("event {} comes again in {}: {}", claimed.eventId(), pause, failed.toString());
    try {
      events.postpone(claimed.eventId(), pause, failed.toString());
    } catch (DataAccessException databaseAway) {
      log.warn("event {} comes again after its lease", claimed.eventId(), databaseAway);
    }
  }
}
