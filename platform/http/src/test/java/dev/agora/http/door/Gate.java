package dev.agora.http.door;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Holds an effect open until a test lets it go on. */
class Gate {

  private final AtomicReference<CountDownLatch> closed =
      new AtomicReference<>(new CountDownLatch(0));
  private final AtomicReference<CountDownLatch> reached =
      new AtomicReference<>(new CountDownLatch(0));

  void close() {
    closed.set(new CountDownLatch(1));
    reached.set(new CountDownLatch(1));
  }

  void open() {
    closed.get().countDown();
  }

  void awaitReached() throws InterruptedException {
    if (!reached.get().await(10, TimeUnit.SECONDS)) {
      throw new IllegalStateException("nobody came to the gate");
    }
  }

  void pass() {
    reached.get().countDown();
    try {
      if (!closed.get().await(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the gate stayed closed");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
