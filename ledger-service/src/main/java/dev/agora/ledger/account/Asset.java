package dev.agora.ledger.account;

/** What an account counts. Every transaction sums to zero in each asset on its own. */
public enum Asset {
  /** Micro-credits (10^-6 credit). */
  CREDIT,
  /** Cents. */
  USD
}
