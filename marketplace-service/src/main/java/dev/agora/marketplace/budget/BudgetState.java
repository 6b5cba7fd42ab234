package dev.agora.marketplace.budget;

/** Where a budget stands. */
public enum BudgetState {
  /** The ledger has not answered yet whether the buyer can set it aside. */
  PENDING,
  /** The ledger refused; nothing moved. */
  REJECTED,
  /** It is set aside; the seller takes from it use by use. */
  OPEN,
  /** It has ended; the ledger is paying the seller and giving the rest back. */
  SETTLING,
  /** That is done. */
  CLOSED
}
