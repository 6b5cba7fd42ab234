package dev.agora.messaging.saga;

/** Where a saga stands: running with a deadline, finished, or parked with a reason. */
public enum SagaStatus {
  /** Going forward; its pending step has a deadline. */
  RUNNING,
  /** Undoing what it did, last step first. */
  COMPENSATING,
  /** Finished by going forward, an alternative included. */
  COMPLETED,
  /** Finished with everything undone. */
  COMPENSATED,
  /** Waiting for an operator. */
  PARKED;

  public boolean isFinal() {
    return this == COMPLETED || this == COMPENSATED;
  }
}
