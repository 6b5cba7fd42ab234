package dev.agora.ledger.journal;

/**
 * Whether batches are hashed into their chains. They always are: only the benchmark of what the
 * chain costs has another answer, and no property leads to it.
 */
@FunctionalInterface
public interface Chaining {

  boolean isWanted();
}
