package dev.agora.local.infrastructure;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another process does. */
final class Waiting {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration LOOK = Duration.ofMillis(50);

  private Waiting() {}

  /**
   * Waits until it is so.
   *
   * @throws InfrastructureException if it is not within two minutes
   */
  static void until(BooleanSupplier so, String what) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() - deadline > 0) {
        throw new InfrastructureException("Not within " + PATIENCE + ": " + what + ".");
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }
}
