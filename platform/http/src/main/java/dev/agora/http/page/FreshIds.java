package dev.agora.http.page;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Waits for what was made elsewhere a moment ago: its event may still be on its way to this
 * service's tables.
 */
public final class FreshIds {

  /** The longest wait before an id counts as unknown. */
  public static final Duration WAIT_MAX = Duration.ofSeconds(2);

  private static final long PAUSE_MIN_NANOS = Duration.ofMillis(10).toNanos();
  private static final long PAUSE_MAX_NANOS = Duration.ofMillis(250).toNanos();

  private FreshIds() {}

  /**
   * Looks until something is found or {@link #WAIT_MAX} is over; at once if it is there already.
   *
   * <p>Call it on a virtual thread, which every request has, and outside of a transaction, which
   * would hold a connection of the pool while it waits. Refuse malformed ids before.
   */
  public static <T> Optional<T> await(Supplier<Optional<T>> lookup) {
    long start = System.nanoTime();
    long pause = PAUSE_MIN_NANOS;
    Optional<T> found = lookup.get();
    while (found.isEmpty() && !Thread.currentThread().isInterrupted()) {
      long left = WAIT_MAX.toNanos() - (System.nanoTime() - start);
      if (left <= 0) {
        break;
      }
      LockSupport.parkNanos(Math.min(pause, left));
      pause = Math.min(2 * pause, PAUSE_MAX_NANOS);
      found = lookup.get();
    }
    return found;
  }
}
