package dev.agora.messaging.failpoint;

import java.util.concurrent.atomic.AtomicInteger;

/** Halts the process at one place, at its n-th passing. */
final class HaltingFailPoints implements FailPoints {

  private final String place;
  private final AtomicInteger passingsLeft;
  private final Runnable halt;

  private HaltingFailPoints(String place, int passing, Runnable halt) {
    this.place = place;
    this.passingsLeft = new AtomicInteger(passing);
    this.halt = halt;
  }

  /**
   * Reads a setting.
   *
   * @param setting {@code name} or {@code name:n}
   */
  static HaltingFailPoints parse(String setting, Runnable halt) {
    int colon = setting.lastIndexOf(':');
    return colon < 0
        ? new HaltingFailPoints(setting, 1, halt)
        : new HaltingFailPoints(
            setting.substring(0, colon), Integer.parseInt(setting.substring(colon + 1)), halt);
  }

  @Override
  public void pass(String name) {
    if (name.equals(place) && passingsLeft.decrementAndGet() == 0) {
      halt.run();
    }
  }
}
