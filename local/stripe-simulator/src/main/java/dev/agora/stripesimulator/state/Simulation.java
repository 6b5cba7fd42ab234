package dev.agora.stripesimulator.state;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one place where the simulated world changes: one thread at a time, and kept before anybody
 * hears of it.
 */
public final class Simulation implements AutoCloseable {
  /** The account whose keys are used: everything without a {@code Stripe-Account} header. */
  public static final String PLATFORM = "acct_1AgoraPlatform00";

  private final ReentrantLock lock = new ReentrantLock();
  private final List<Runnable> afterCommit = new ArrayList<>();
  private final Store store;
  private final SimulatedClock clock;
  private final Ids ids;
  private final Timers timers;
  private Cause cause = Cause.NONE;

  /** The request that a change, and so its events, comes from. */
  public record Cause(@Nullable String requestId, @Nullable String idempotencyKey) {
    /** No request: time passed, or a person used a page. */
    public static final Cause NONE = new Cause(null, null);
  }

  /** A world at one moment; never changes. */
  public record Snapshot(List<Store.Stored> objects) {}

  /** A world from what the folder holds, or an empty one that is forgotten at the end. */
  public Simulation(@Nullable Path folder, String seed, InstantSource real) {
    store = new Store(folder);
    clock = new SimulatedClock(real, store);
    ids = new Ids(seed, store);
    timers = new Timers(store, clock, ids);
  }

  /** The objects; only inside {@link #atomically}. */
  public Store store() {
    return store;
  }

  /** The clock. */
  public SimulatedClock clock() {
    return clock;
  }

  /** The ids; only inside {@link #atomically}. */
  public Ids ids() {
    return ids;
  }

  /** The timers; only inside {@link #atomically}. */
  public Timers timers() {
    return timers;
  }

  /** The request being answered; only inside {@link #atomically}. */
  public Cause cause() {
    return cause;
  }

  /** Runs after the change at hand is kept, outside the lock; only inside {@link #atomically}. */
  public void afterCommit(Runnable action) {
    afterCommit.add(action);
  }

  /** {@link #atomically(Cause, Supplier)} without a request. */
  public <T> T atomically(Supplier<T> work) {
    return atomically(Cause.NONE, work);
  }

  /**
   * Lets everything due happen, then the work, and keeps all of it, also when the work throws: a
   * declined card throws, and has its effects.
   */
  public <T> T atomically(Cause because, Supplier<T> work) {
    List<Runnable> then;
    T result;
    lock.lock();
    try {
      timers.runDue();
      cause = because;
      result = work.get();
    } finally {
      cause = Cause.NONE;
      store.commit();
      then = List.copyOf(afterCommit);
      afterCommit.clear();
      lock.unlock();
      then.forEach(Runnable::run);
    }
    return result;
  }

  /** Everything that is; only inside {@link #atomically}. */
  public Snapshot snapshot() {
    return new Snapshot(store.copy());
  }

  /** Everything becomes what it was, the clock and the ids too; only inside {@link #atomically}. */
  public void restore(Snapshot earlier) {
    store.replace(earlier.objects());
    timers.reload();
  }

  /** Lets happen what the clock has reached; only inside {@link #atomically}. */
  public void runDue() {
    timers.runDue();
  }

  /** Lets happen what the clock has reached, when nobody calls. */
  public void catchUp() {
    atomically(timers::anyDue);
  }

  @Override
  public void close() {
    lock.lock();
    try {
      store.close();
    } finally {
      lock.unlock();
    }
  }
}
