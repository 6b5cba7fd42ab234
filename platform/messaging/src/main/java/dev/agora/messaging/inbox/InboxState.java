package dev.agora.messaging.inbox;

/** What has become of a message that arrived. */
enum InboxState {
  /** An event took effect. */
  HANDLED,
  /** A command arrived; whether it took effect is not known yet. */
  STARTED,
  /** A command will be answered later. */
  WAITING,
  /** A command was done and answered. */
  SUCCEEDED,
  /** A command was refused and answered. */
  REFUSED,
  /** A command was undone before it was done or answered: from now on it is refused. */
  CANCELLED,
  /** A command was done, and undone. */
  UNDONE;

  boolean isOpen() {
    return this == STARTED || this == WAITING;
  }
}
