package dev.agora.marketplace.budget;

import dev.agora.http.problem.ProblemCode;
import dev.agora.marketplace.problem.MarketplaceProblem;

/** What came of an attempt to open, use or end a budget. */
sealed interface BudgetResult {

  /** Done. */
  record Done(Budget budget) implements BudgetResult {}

  /**
   * Not done. What the clock had due is done all the same.
   *
   * @param code why
   * @param detail a sentence about this case
   */
  record Refused(ProblemCode code, String detail) implements BudgetResult {

    static Refused notFound() {
      return new Refused(
          MarketplaceProblem.BUDGET_NOT_FOUND, "There is no such budget among yours.");
    }
  }
}
