package dev.agora.ledger.journal;

import java.time.Instant;

/**
 * A row of table {@code batch}.
 *
 * @param position in its chain, from 1
 * @param transactions how many
 * @param entries how many
 * @param lastAt of its latest transaction
 */
record Batch(
    long id,
    int chain,
    long position,
    BatchHash previousHash,
    BatchHash hash,
    int transactions,
    int entries,
    Instant lastAt) {

  /** Transactions in a batch at most; also the distance of their numbers from batch to batch. */
  static final int TRANSACTIONS_MAX = 4096;

  /** Holds that end by themselves in one batch at most, before what was asked for. */
  static final int EXPIRIES_MAX = 1024;

  /** Postings that one batch is asked for at most. */
  static final int POSTINGS_MAX = TRANSACTIONS_MAX - EXPIRIES_MAX;

  static long idOf(long number) {
    return number / TRANSACTIONS_MAX;
  }

  static long firstNumberOf(long batchId) {
    return batchId * TRANSACTIONS_MAX;
  }
}
