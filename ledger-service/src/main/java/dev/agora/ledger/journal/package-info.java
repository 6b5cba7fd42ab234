/** Stores what the engine decides: loads with locks, writes set-based, commits many at once. */
@NullMarked
package dev.agora.ledger.journal;

import org.jspecify.annotations.NullMarked;
