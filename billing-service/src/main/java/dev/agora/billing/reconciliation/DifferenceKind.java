package dev.agora.billing.reconciliation;

/** How the ledger and Stripe differ about a matter. */
public enum DifferenceKind {
  /** Stripe has it, the ledger has not. */
  MISSING_HERE,
  /** The ledger has it, Stripe has not. */
  MISSING_THERE,
  /** Both have it, with other sums. */
  AMOUNT,
  /** Stripe has it more than once. */
  DUPLICATE,
  /** One side is not there yet, and may still come. */
  LATE
}
