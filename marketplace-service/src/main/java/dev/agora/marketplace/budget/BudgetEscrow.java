package dev.agora.marketplace.budget;

import dev.agora.money.Credits;

/** Holds a budget in the ledger; all within the transaction of the budget's change. */
public interface BudgetEscrow {

  /** Asks for the amount to be held; the answer comes to {@link FollowBudget}. */
  void open(Budget budget);

  /**
   * Pays the seller what was taken, less the fee, and gives the rest back.
   *
   * @param gross above zero, at most the amount
   */
  void settle(Budget budget, Credits gross);

  /** Gives all of it back. */
  void release(Budget budget);
}
