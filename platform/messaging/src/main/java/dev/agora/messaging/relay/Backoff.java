package dev.agora.messaging.relay;

import java.time.Duration;

/** Pauses that double from one failure to the next, up to a limit. */
final class Backoff {

  private final Duration first;
  private final Duration longest;
  private Duration next;

  Backoff(Duration first, Duration longest) {
    this.first = first;
    this.longest = longest;
    this.next = first;
  }

  /** How long to wait now. */
  Duration next() {
    Duration now = next;
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(longest) < 0 ? doubled : longest;
    return now;
  }

  /** All is well again. */
  void reset() {
    next = first;
  }
}
