package dev.agora.marketplace.budget;

import dev.agora.http.problem.CommonProblem;
import dev.agora.marketplace.listing.EntityTag;
import dev.agora.marketplace.listing.Listings;
import dev.agora.marketplace.order.Settlement;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes something happen to a budget: the one way in which budgets change.
 *
 * <p>One whose time has run out ends first, so that its end is exact even if the sweep has not come
 * round yet.
 */
@Service
class ChangeBudget {

  private final Budgets budgets;
  private final BudgetEscrow escrow;
  private final List<BudgetFollower> followers;
  private final Listings listings;
  private final BudgetProperties properties;
  private final Clock clock;

  ChangeBudget(
      Budgets budgets,
      BudgetEscrow escrow,
      List<BudgetFollower> followers,
      Listings listings,
      BudgetProperties properties,
      Clock clock) {
    this.budgets = budgets;
    this.escrow = escrow;
    this.followers = List.copyOf(followers);
    this.listings = listings;
    this.properties = properties;
    this.clock = clock;
  }

  /** What somebody wants to make of a budget at a moment: the changed one, or why not. */
  @FunctionalInterface
  interface Change extends BiFunction<Budget, Instant, BudgetResult> {}

  /**
   * Changes a budget.
   *
   * @param whose tells the budgets of the caller from those that do not exist for them
   */
  @Transactional
  public BudgetResult change(
      BudgetId id, Predicate<Budget> whose, EntityTag.Condition condition, Change change) {
    Optional<Budget> found = budgets.lock(id).filter(whose);
    if (found.isEmpty()) {
      return BudgetResult.Refused.notFound();
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Budget current = caughtUp(found.get(), now);
    if (!condition.admits(current.version())) {
      return new BudgetResult.Refused(
          CommonProblem.STALE_VERSION, "Its version is " + current.version() + " now.");
    }
    BudgetResult result = change.apply(current, now);
    if (result instanceof BudgetResult.Done(Budget changed)) {
      stored(current, changed);
    }
    return result;
  }

  /** Ends a budget whose time has run out. */
  @Transactional
  public void catchUp(BudgetId id) {
    budgets
        .lock(id)
        .ifPresent(found -> caughtUp(found, clock.instant().truncatedTo(ChronoUnit.MICROS)));
  }

  private Budget caughtUp(Budget budget, Instant now) {
    return budget.isDue(now)
        ? stored(budget, BudgetRules.close(budget, budget.plan().expiresAt()))
        : budget;
  }

  private Budget stored(Budget before, Budget change) {
    boolean captures = BudgetRules.isCaptureDue(change, properties.enough());
    Budget after = captures ? BudgetRules.capture(change, budgets.countUses(change.id())) : change;
    budgets.update(after);
    if (captures) {
      Budget.Uses uses = new Budget.Uses(before.captures().uses() + 1, after.captures().uses());
      budgets.addCapture(after, uses);
      escrow.capture(after, uses);
    }
    if (before.state() == BudgetState.OPEN && after.state() == BudgetState.SETTLING) {
      end(after);
    }
    followers.forEach(follower -> follower.happened(before, after));
    return after;
  }

  private void end(Budget budget) {
    Settlement settlement = budget.settlement();
    if (settlement == null || settlement.sellerGross().isZero()) {
      escrow.release(budget);
    } else {
      escrow.settle(budget, settlement.sellerGross());
      listings.countSale(budget.plan().service());
    }
  }
}
