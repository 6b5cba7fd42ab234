package dev.agora.marketplace.budget;

import dev.agora.money.Credits;

/** Holds a budget in the ledger; all within the transaction of the budget's change. */
public interface BudgetEscrow {

  /** Asks for the amount to be held; the answer comes to {@link FollowBudget}. */
  void open(Budget budget);

  /**
   * Pays the seller what the budget's latest capture asks for; the rest stays held. The answer
   * comes to {@link FollowBudget}.
   *
   * @param uses that it pays
   */
  void capture(Budget budget, Budget.Uses uses);

  /**
   * Pays the seller what was taken, less the fee, and gives the rest back.
   *
   * @param gross all of it, captures included; above zero, at most the amount
   */
  void settle(Budget budget, Credits gross);

  /** Gives all of it back. */
  void release(Budget budget);
}
