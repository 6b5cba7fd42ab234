package dev.agora.marketplace.budget;

import dev.agora.marketplace.order.Progress;
import dev.agora.marketplace.order.Settlement;
import dev.agora.marketplace.problem.MarketplaceProblem;
import dev.agora.money.Credits;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can happen to a budget. All pure. */
final class BudgetRules {

  private BudgetRules() {}

  static Budget ask(BudgetId id, Budget.Plan plan) {
    return new Budget(id, plan, BudgetState.PENDING, Credits.ZERO, 0, null, null, 1, plan.at());
  }

  static Budget funded(Budget budget, Instant now) {
    return changed(budget, BudgetState.OPEN, budget.used(), budget.calls(), null, now);
  }

  static Budget refused(Budget budget, Progress.Refusal refusal, Instant now) {
    return new Budget(
        budget.id(),
        budget.plan(),
        BudgetState.REJECTED,
        budget.used(),
        budget.calls(),
        refusal,
        null,
        budget.version() + 1,
        now);
  }

  /** Why the seller can not take so many calls now; empty if they can. */
  static Optional<MarketplaceProblem> whyNotUse(Budget budget, int calls) {
    if (budget.state() != BudgetState.OPEN) {
      return Optional.of(MarketplaceProblem.BUDGET_NOT_OPEN);
    }
    return calls <= callsLeft(budget)
        ? Optional.empty()
        : Optional.of(MarketplaceProblem.BUDGET_EXHAUSTED);
  }

  /** How many more calls it pays for. */
  static long callsLeft(Budget budget) {
    return budget.left().micros() / budget.plan().price().micros();
  }

  /** The seller takes calls that {@link #whyNotUse} has nothing against. */
  static Budget use(Budget budget, int calls, Instant now) {
    Credits taken = Credits.ofMicros(budget.plan().price().micros() * calls);
    return changed(
        budget, budget.state(), budget.used().plus(taken), budget.calls() + calls, null, now);
  }

  /** Ends an open one: what was taken goes to the seller less the fee, the rest to the buyer. */
  static Budget close(Budget budget, Instant now) {
    Settlement settlement =
        Settlement.ofGross(budget.plan().amount(), budget.used(), budget.plan().fee());
    return changed(budget, BudgetState.SETTLING, budget.used(), budget.calls(), settlement, now);
  }

  static Budget settled(Budget budget, Instant now) {
    Settlement settlement = budget.settlement();
    if (settlement == null) {
      throw new IllegalStateException(budget.id() + " has nothing to settle");
    }
    return changed(
        budget, BudgetState.CLOSED, budget.used(), budget.calls(), settlement.posted(now), now);
  }

  private static Budget changed(
      Budget budget,
      BudgetState state,
      Credits used,
      long calls,
      @Nullable Settlement settlement,
      Instant now) {
    return new Budget(
        budget.id(),
        budget.plan(),
        state,
        used,
        calls,
        budget.refusal(),
        settlement,
        budget.version() + 1,
        now);
  }
}
