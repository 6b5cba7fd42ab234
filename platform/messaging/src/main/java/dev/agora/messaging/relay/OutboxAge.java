package dev.agora.messaging.relay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How old the oldest message may be that is committed and not relayed: since the oldest look at the
 * end of the WAL that the relay has not passed yet. Heartbeats pass it too, so that a relay with
 * nothing to do stays within their interval, and no table is searched. Safe for concurrent use.
 */
final class OutboxAge {

  /** Looks that are remembered; beyond it every second one goes, and the oldest one stays. */
  private static final int MARKS_MAX = 600;

  private record Mark(long walEnd, Instant at) {}

  private final Deque<Mark> ahead = new ArrayDeque<>();

  synchronized void walEndsAt(long position, Instant now) {
    if (ahead.size() >= MARKS_MAX) {
      thinOut();
    }
    ahead.addLast(new Mark(position, now));
  }

  /** All before this position is acknowledged by Kafka. */
  synchronized void relayedTo(long position) {
    while (!ahead.isEmpty() && ahead.getFirst().walEnd() <= position) {
      ahead.removeFirst();
    }
  }

  synchronized Duration at(Instant now) {
    Mark oldest = ahead.peekFirst();
    return oldest == null ? Duration.ZERO : Duration.between(oldest.at(), now);
  }

  synchronized void forget() {
    ahead.clear();
  }

  private void thinOut() {
    Deque<Mark> kept = new ArrayDeque<>();
    boolean keep = true;
    for (Mark mark : ahead) {
      if (keep) {
        kept.addLast(mark);
      }
      keep = !keep;
    }
    ahead.clear();
    ahead.addAll(kept);
  }
}
