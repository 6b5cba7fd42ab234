package dev.agora.ledger.audit;

import dev.agora.ledger.journal.BatchHash;

/**
 * A row of table {@code batch}.
 *
 * @param position in its chain, from 1
 * @param transactions how many
 * @param entries how many
 */
record BatchRow(
    long id,
    int chain,
    long position,
    BatchHash previousHash,
    BatchHash hash,
    int transactions,
    int entries) {

  /** The distance of transaction numbers from batch to batch. */
  private static final long NUMBERS = 4096;

  static long idOf(long transactionNumber) {
    return transactionNumber / NUMBERS;
  }

  long firstNumber() {
    return id * NUMBERS;
  }

  long endNumber() {
    return firstNumber() + NUMBERS;
  }
}
