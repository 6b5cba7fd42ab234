package dev.agora.ledger.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Decides when the next batch begins, and with whom. For the one writer, so not thread-safe.
 *
 * <p>A lone request does not wait for company. Where several came together the last time, the
 * writer waits for as many again, for a few milliseconds from the beginning of that batch: on busy
 * processors those who have just been answered are on their way back, and each batch that they
 * share saves its statements, its message, and all that readers do with it.
 */
final class Gathering {

  /** So many in one batch say that the processors are the bound, not the wait for a disk. */
  private static final int COMPANY_MIN = 4;

  private static final long IDLE_MILLIS = 200;
  private static final long TICK_NANOS = 500_000;

  private final BlockingQueue<Ticket> waiting;
  private final int batchMax;
  private final long gatherMaxNanos;
  private int lastSize = 1;
  private long lastBegin;

  Gathering(BlockingQueue<Ticket> waiting, QueueProperties properties) {
    this.waiting = waiting;
    this.batchMax = properties.batchMax();
    this.gatherMaxNanos = properties.gatherMax().toNanos();
    this.lastBegin = System.nanoTime() - gatherMaxNanos;
  }

  /** The requests of the next batch, as many as one transaction can hold; none after a while. */
  List<Ticket> next() throws InterruptedException {
    List<Ticket> batch = new ArrayList<>();
    Ticket first = waiting.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
    if (first != null) {
      awaitAsManyAsBefore();
      lastBegin = System.nanoTime();
      batch.add(first);
      addMore(batch, first.size());
      lastSize = batch.size();
    }
    return batch;
  }

  private void awaitAsManyAsBefore() {
    long end = lastBegin + gatherMaxNanos;
    while (lastSize >= COMPANY_MIN
        && waiting.size() + 1 < lastSize
        && System.nanoTime() - end < 0
        && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(TICK_NANOS);
    }
  }

  /** Takes what waits, as long as one transaction can hold it. */
  private void addMore(List<Ticket> batch, int postings) {
    int sum = postings;
    while (batch.size() < batchMax) {
      Ticket next = waiting.peek();
      if (next == null || sum + next.size() > Batch.POSTINGS_MAX) {
        return;
      }
      sum += next.size();
      batch.add(waiting.remove());
    }
  }
}
