package dev.agora.bench.outbox;

import dev.agora.bench.report.Latencies;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import org.HdrHistogram.Histogram;

/** When each message of one measurement was committed, and how long it took to arrive. */
final class Sendings {
  private static final int DIGITS = 3;
  private static final long NANOS_PER_MICRO = 1000;

  private final AtomicLongArray begun;
  private final CountDownLatch missing;
  private final Histogram micros = new Histogram(DIGITS);

  Sendings(int count) {
    begun = new AtomicLongArray(count);
    missing = new CountDownLatch(count);
  }

  /** Just before the commit: its fsync counts. */
  void committing(int number) {
    begun.set(number, System.nanoTime());
  }

  /** Called by the one consumer; a message that is delivered again counts once. */
  void arrived(int number) {
    long begin = begun.getAndSet(number, 0);
    if (begin != 0) {
      micros.recordValue((System.nanoTime() - begin) / NANOS_PER_MICRO);
      missing.countDown();
    }
  }

  Latencies awaitAll(Duration patience) throws InterruptedException {
    if (!missing.await(patience.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException(missing.getCount() + " messages have not arrived");
    }
    return new Latencies(micros);
  }
}
