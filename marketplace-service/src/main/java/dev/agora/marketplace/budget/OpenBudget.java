package dev.agora.marketplace.budget;

import dev.agora.agents.Agent;
import dev.agora.marketplace.Ids;
import dev.agora.marketplace.listing.Listing;
import dev.agora.marketplace.listing.Listings;
import dev.agora.marketplace.listing.PriceUnit;
import dev.agora.marketplace.listing.SaleCheck;
import dev.agora.marketplace.listing.ServiceId;
import dev.agora.marketplace.problem.MarketplaceProblem;
import dev.agora.money.Credits;
import dev.agora.money.Economy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens a budget: pins price and fee, and asks the ledger to set the amount aside. */
@Service
class OpenBudget {

  private final Listings listings;
  private final SaleCheck sale;
  private final Budgets budgets;
  private final BudgetEscrow escrow;
  private final List<BudgetFollower> followers;
  private final Economy economy;
  private final Ids ids;
  private final Clock clock;

  OpenBudget(
      Listings listings,
      SaleCheck sale,
      Budgets budgets,
      BudgetEscrow escrow,
      List<BudgetFollower> followers,
      Economy economy,
      Ids ids,
      Clock clock) {
    this.listings = listings;
    this.sale = sale;
    this.budgets = budgets;
    this.escrow = escrow;
    this.followers = List.copyOf(followers);
    this.economy = economy;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * What a buyer wants.
   *
   * @param service to call
   * @param amount to set aside
   * @param maxPrice what the buyer is willing to pay for a call; null for any price
   * @param expiresIn when what is left comes back by itself
   */
  record Wish(
      Optional<ServiceId> service,
      Credits amount,
      @Nullable Credits maxPrice,
      Duration expiresIn) {}

  @Transactional
  BudgetResult open(Agent buyer, Wish wish) {
    Listing listing = wish.service().flatMap(listings::find).orElse(null);
    if (listing == null) {
      return refused(SaleCheck.Refusal.notFound());
    }
    Credits price = listing.terms().price();
    if (listing.terms().unit() != PriceUnit.PER_CALL) {
      return new BudgetResult.Refused(
          MarketplaceProblem.NOT_SOLD_BY_THE_CALL, "It is sold " + listing.terms().unit() + ".");
    }
    Optional<SaleCheck.Refusal> refusal = sale.refusal(buyer, listing, wish.maxPrice());
    if (refusal.isPresent()) {
      return refused(refusal.get());
    }
    if (wish.amount().compareTo(price) < 0) {
      return new BudgetResult.Refused(
          MarketplaceProblem.BUDGET_TOO_SMALL, "A call costs " + price + " credits.");
    }
    Budget budget = BudgetRules.ask(new BudgetId(ids.next("bdg_")), plan(buyer, listing, wish));
    budgets.add(budget);
    escrow.open(budget);
    followers.forEach(follower -> follower.happened(budget, budget));
    return new BudgetResult.Done(budget);
  }

  private Budget.Plan plan(Agent buyer, Listing listing, Wish wish) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return new Budget.Plan(
        listing.id(),
        listing.terms().title(),
        buyer.id(),
        listing.seller(),
        wish.amount(),
        listing.terms().price(),
        economy.marketplaceFee(),
        ids.next("hld_"),
        now,
        now.plus(wish.expiresIn()));
  }

  private static BudgetResult refused(SaleCheck.Refusal refusal) {
    return new BudgetResult.Refused(refusal.code(), refusal.detail());
  }
}
