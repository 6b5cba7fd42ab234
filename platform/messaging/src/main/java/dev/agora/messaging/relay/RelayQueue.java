package dev.agora.messaging.relay;

import io.debezium.connector.base.QueueProvider;
import io.debezium.pipeline.DataChangeEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What Debezium has read and the relay has not taken, bounded in bytes (Debezium bounds their
 * number); it wakes the relay at once. Thread-safe.
 */
final class RelayQueue implements QueueProvider<DataChangeEvent> {

  private static final int BYTES_MAX = 16 << 20;

  private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();
  private final Semaphore room = new Semaphore(BYTES_MAX);

  private record Waiting(DataChangeEvent change, int bytes) {}

  @Override
  public String name() {
    return "agora";
  }

  @Override
  public void configure(Map<String, ?> properties) {
    // Its bounds are no matter of configuration.
  }

  /** Waits for room; a change that is larger than all of it gets all of it. */
  @Override
  public void enqueue(DataChangeEvent change) throws InterruptedException {
    int bytes = Math.clamp(change.objectSize(), 1, BYTES_MAX);
    room.acquire(bytes);
    waiting.add(new Waiting(change, bytes));
  }

  @Override
  public @Nullable DataChangeEvent poll() {
    Waiting next = waiting.poll();
    return next == null ? null : taken(next);
  }

  @Override
  public int size() {
    return waiting.size();
  }

  /** All that wait, up to a number; if none does, the first to come within a time. */
  List<DataChangeEvent> take(int max, Duration atMost) throws InterruptedException {
    List<Waiting> some = new ArrayList<>();
    Waiting first = waiting.poll(atMost.toNanos(), TimeUnit.NANOSECONDS);
    if (first != null) {
      some.add(first);
      waiting.drainTo(some, max - 1);
    }
    return some.stream().map(this::taken).toList();
  }

  private DataChangeEvent taken(Waiting next) {
    room.release(next.bytes());
    return next.change();
  }
}
