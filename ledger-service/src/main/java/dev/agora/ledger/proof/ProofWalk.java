package dev.agora.ledger.proof;

/** What a background task compares, page by page. */
enum ProofWalk {
  /** Each agent's row with its last entry, and the lots of each account with its buckets. */
  ACCOUNTS,
  /** Each batch with its hash and with the batch before it. */
  BATCHES
}
