package dev.agora.stripesimulator.state;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Real time plus however far tests have moved it on; it survives a restart. */
public final class SimulatedClock {
  private static final String ID = "sim_clock";

  private final InstantSource real;
  private final Store store;

  SimulatedClock(InstantSource real, Store store) {
    this.real = real;
    this.store = store;
  }

  /** The simulated instant, to the millisecond. */
  public Instant now() {
    return real.instant().plusMillis(ahead());
  }

  /** The simulated time as Stripe writes it: whole seconds since 1970. */
  public long seconds() {
    return now().getEpochSecond();
  }

  /** The real time in whole seconds: what a receiver's own clock compares a signature with. */
  public long realSeconds() {
    return real.instant().getEpochSecond();
  }

  /** Moves the clock on. */
  public void advance(Duration by) {
    if (by.isNegative()) {
      throw new IllegalArgumentException("time runs forward only, not by " + by);
    }
    store.put(
        "sim", Json.object("id", ID, "object", "sim.clock", "millis", ahead() + by.toMillis()));
  }

  private long ahead() {
    return store.find(ID).map(clock -> Json.number(clock, "millis")).orElse(0L);
  }
}
