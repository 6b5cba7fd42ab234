package dev.agora.stripesimulator.http;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits that end early when the simulator stops. */
public final class Waiting {
  private final CountDownLatch stopped = new CountDownLatch(1);

  /** Waits that long in real time. */
  public void pause(Duration length) {
    try {
      boolean early = stopped.await(length.toMillis(), TimeUnit.MILLISECONDS);
      if (early) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends all waits. */
  public void stop() {
    stopped.countDown();
  }
}
