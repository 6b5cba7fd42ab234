package dev.agora.marketplace.budget;

import dev.agora.agents.AgentId;
import dev.agora.marketplace.listing.EntityTag;
import dev.agora.marketplace.problem.MarketplaceProblem;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets the seller take from a budget, call by call, and either side end it. */
@Service
class UseBudget {

  private final ChangeBudget change;
  private final Budgets budgets;

  UseBudget(ChangeBudget change, Budgets budgets) {
    this.change = change;
    this.budgets = budgets;
  }

  @Transactional
  BudgetResult use(BudgetId id, AgentId seller, String reference, int calls) {
    return change.change(
        id,
        budget -> budget.plan().concerns(seller),
        EntityTag.Condition.NONE,
        (budget, now) -> {
          if (!budget.plan().seller().equals(seller)) {
            return new BudgetResult.Refused(
                MarketplaceProblem.NOT_YOUR_MOVE, "Its seller takes from it.");
          }
          return BudgetRules.whyNotUse(budget, calls)
              .<BudgetResult>map(code -> new BudgetResult.Refused(code, detail(budget)))
              .orElseGet(() -> taken(budget, reference, calls, now));
        });
  }

  private BudgetResult taken(Budget budget, String reference, int calls, Instant now) {
    Budget used = BudgetRules.use(budget, calls, now);
    Use use =
        new Use(
            budgets.countUses(budget.id()) + 1,
            reference,
            calls,
            used.used().minus(budget.used()),
            now,
            null);
    return budgets.addUse(budget.id(), use)
        ? new BudgetResult.Done(used)
        : new BudgetResult.Refused(
            MarketplaceProblem.REFERENCE_USED, "The budget has a use of that reference.");
  }

  BudgetResult close(BudgetId id, AgentId side, EntityTag.Condition condition) {
    return change.change(
        id,
        budget -> budget.plan().concerns(side),
        condition,
        (budget, now) ->
            budget.state() == BudgetState.OPEN
                ? new BudgetResult.Done(BudgetRules.close(budget, now))
                : new BudgetResult.Refused(MarketplaceProblem.BUDGET_NOT_OPEN, detail(budget)));
  }

  private static String detail(Budget budget) {
    return budget.state() == BudgetState.OPEN
        ? "It pays for %d more calls.".formatted(BudgetRules.callsLeft(budget))
        : "It is " + budget.state() + ".";
  }
}
