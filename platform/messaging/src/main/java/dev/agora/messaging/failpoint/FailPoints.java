package dev.agora.messaging.failpoint;

/**
 * Named places at which a crash test halts the process, as {@code kill -9} would. Does nothing
 * unless {@code agora.failpoint} names one, as {@code name}, or {@code name:n} for its n-th
 * passing, or {@code @file} for a file that names one while the process runs.
 */
@FunctionalInterface
public interface FailPoints {

  /** Passes a place, or never returns. */
  void pass(String name);

  /** Passes a place, and the place of that name for one kind of message, {@code name/kind}. */
  default void pass(String name, String kind) {
    pass(name);
    pass(name + "/" + kind);
  }

  /** Places that never stop anything. */
  static FailPoints none() {
    return name -> {};
  }
}
