package dev.agora.marketplace.budget;

import dev.agora.marketplace.order.Progress;
import dev.agora.marketplace.order.Settlement;
import dev.agora.marketplace.problem.MarketplaceProblem;
import dev.agora.money.Credits;
import dev.agora.money.FeeRate;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can happen to a budget. All pure. */
final class BudgetRules {

  private BudgetRules() {}

  static Budget ask(BudgetId id, Budget.Plan plan) {
    return new Budget(
        id,
        plan,
        BudgetState.PENDING,
        Credits.ZERO,
        0,
        Budget.Captures.NONE,
        null,
        null,
        1,
        plan.at());
  }

  static Budget funded(Budget budget, Instant now) {
    return changed(budget, BudgetState.OPEN, null, now);
  }

  static Budget refused(Budget budget, Progress.Refusal refusal, Instant now) {
    return new Budget(
        budget.id(),
        budget.plan(),
        BudgetState.REJECTED,
        budget.used(),
        budget.calls(),
        budget.captures(),
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

  /**
   * The seller takes calls that {@link #whyNotUse} has nothing against. A budget that pays for no
   * further call ends with that.
   */
  static Budget use(Budget budget, int calls, Instant now) {
    Credits taken = Credits.ofMicros(budget.plan().price().micros() * calls);
    Budget used =
        new Budget(
            budget.id(),
            budget.plan(),
            budget.state(),
            budget.used().plus(taken),
            budget.calls() + calls,
            budget.captures(),
            budget.refusal(),
            null,
            budget.version() + 1,
            now);
    return callsLeft(used) == 0 ? ended(used, used.version(), now) : used;
  }

  /** Ends an open one: what was taken goes to the seller less the fee, the rest to the buyer. */
  static Budget close(Budget budget, Instant now) {
    return ended(budget, budget.version() + 1, now);
  }

  static Budget settled(Budget budget, Instant now) {
    Settlement settlement = budget.settlement();
    if (settlement == null) {
      throw new IllegalStateException(budget.id() + " has nothing to settle");
    }
    return changed(budget, BudgetState.CLOSED, settlement.posted(now), now);
  }

  /**
   * Whether the seller is paid now: an open budget of which enough was taken since the last
   * capture, unless that one is still under way or the fee would leave nothing.
   *
   * @param enough to be worth a posting of its own
   */
  static boolean isCaptureDue(Budget budget, Credits enough) {
    Credits taken = uncaptured(budget);
    return budget.state() == BudgetState.OPEN
        && budget.captures().asked() == null
        && taken.isPositive()
        && taken.compareTo(enough) >= 0
        && taken.compareTo(feeOfNext(budget)) > 0;
  }

  /**
   * Asks for what was taken since the last capture; belongs to the change that made it due.
   *
   * @param uses that the budget has
   */
  static Budget capture(Budget budget, int uses) {
    Budget.Captures before = budget.captures();
    return with(
        budget,
        new Budget.Captures(before.number() + 1, uses, before.paid(), uncaptured(budget)),
        budget.version(),
        budget.updatedAt());
  }

  /** The ledger has posted the latest capture. */
  static Budget captured(Budget budget, Instant now) {
    return with(budget, budget.captures().posted(), budget.version() + 1, now);
  }

  /** What the captures so far owe together, less what the earlier ones owed. */
  private static Credits feeOfNext(Budget budget) {
    FeeRate rate = budget.plan().fee();
    return rate.of(budget.used()).minus(rate.of(budget.captures().total()));
  }

  private static Credits uncaptured(Budget budget) {
    return budget.used().minus(budget.captures().total());
  }

  private static Budget with(
      Budget budget, Budget.Captures captures, long version, Instant updatedAt) {
    return new Budget(
        budget.id(),
        budget.plan(),
        budget.state(),
        budget.used(),
        budget.calls(),
        captures,
        budget.refusal(),
        budget.settlement(),
        version,
        updatedAt);
  }

  private static Budget ended(Budget budget, long version, Instant now) {
    Settlement settlement =
        Settlement.ofGross(budget.plan().amount(), budget.used(), budget.plan().fee());
    return new Budget(
        budget.id(),
        budget.plan(),
        BudgetState.SETTLING,
        budget.used(),
        budget.calls(),
        budget.captures(),
        budget.refusal(),
        settlement,
        version,
        now);
  }

  private static Budget changed(
      Budget budget, BudgetState state, @Nullable Settlement settlement, Instant now) {
    return new Budget(
        budget.id(),
        budget.plan(),
        state,
        budget.used(),
        budget.calls(),
        budget.captures(),
        budget.refusal(),
        settlement,
        budget.version() + 1,
        now);
  }
}
