package dev.agora.marketplace.budget;

import dev.agora.marketplace.listing.EntityTag;
import dev.agora.marketplace.order.Progress;
import java.time.Instant;
import java.util.function.BiFunction;
import org.springframework.stereotype.Service;

/**
 * Brings a budget in line with what the ledger did, in the transaction that learned of it. What no
 * longer fits the budget's state changes nothing.
 */
@Service
public class FollowBudget {

  private final ChangeBudget change;

  FollowBudget(ChangeBudget change) {
    this.change = change;
  }

  /** The amount is set aside. */
  public void funded(BudgetId id) {
    answered(id, BudgetState.PENDING, BudgetRules::funded);
  }

  /** It was never set aside. */
  public void refused(BudgetId id, Progress.Refusal refusal) {
    answered(id, BudgetState.PENDING, (budget, now) -> BudgetRules.refused(budget, refusal, now));
  }

  /** The seller is paid what that capture asked for. */
  public void captured(BudgetId id, int number) {
    change.change(
        id,
        budget -> budget.captures().asked() != null && budget.captures().number() == number,
        EntityTag.Condition.NONE,
        (budget, now) -> new BudgetResult.Done(BudgetRules.captured(budget, now)));
  }

  /** The seller is paid, and the rest is back. */
  public void settled(BudgetId id) {
    answered(id, BudgetState.SETTLING, BudgetRules::settled);
  }

  private void answered(BudgetId id, BudgetState from, BiFunction<Budget, Instant, Budget> answer) {
    change.change(
        id,
        budget -> budget.state() == from,
        EntityTag.Condition.NONE,
        (budget, now) -> new BudgetResult.Done(answer.apply(budget, now)));
  }
}
