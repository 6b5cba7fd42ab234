package dev.agora.messaging.relay;

import org.jspecify.annotations.Nullable;

/**
 * The replication slot as the database sees it.
 *
 * @param activePid the server process that streams from it; null if none does
 * @param lagBytes WAL that is kept for it
 * @param walEnd where the WAL ended at the look: all that was committed before is before it
 */
record SlotStatus(Wal wal, @Nullable Integer activePid, long lagBytes, long walEnd) {

  static final SlotStatus MISSING = new SlotStatus(Wal.MISSING, null, 0, 0);

  /** Whether the WAL that the slot needs is still there, from good to bad. */
  enum Wal {
    RESERVED(0),
    EXTENDED(1),
    UNRESERVED(2),
    LOST(3),
    MISSING(4);

    private final int severity;

    Wal(int severity) {
      this.severity = severity;
    }

    /** For a gauge: from 0, good, to 4. */
    int severity() {
      return severity;
    }
  }

  boolean isUsable() {
    return wal.compareTo(Wal.LOST) < 0;
  }
}
