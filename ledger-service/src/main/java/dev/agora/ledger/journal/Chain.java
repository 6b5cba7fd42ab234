package dev.agora.ledger.journal;

import java.time.Instant;

/**
 * The head of one chain of batches, locked by the transaction that extends it.
 *
 * @param number from 1
 * @param position batches so far
 * @param hash of the latest, 32 zero bytes before the first
 * @param lastAt of the latest transaction
 */
record Chain(int number, long position, BatchHash hash, Instant lastAt) {}
