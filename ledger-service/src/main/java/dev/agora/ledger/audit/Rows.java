package dev.agora.ledger.audit;

import org.jspecify.annotations.Nullable;

/** Rows that come one after the other; never all in memory. */
interface Rows<T> {

  /** The next one, or null after the last. */
  @Nullable T next();
}
