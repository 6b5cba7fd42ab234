package dev.agora.marketplace.budget;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.agora.agents.AgentId;
import dev.agora.marketplace.order.Progress;
import dev.agora.marketplace.order.Settlement;
import dev.agora.money.Credits;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A budget as its two sides see it.
 *
 * @param price of a call, pinned when the budget was opened, as is the fee
 * @param used what the seller has taken so far, fee included
 * @param left what can still be taken
 * @param captured what of it the seller has been paid, fee included; the end pays the rest
 * @param settlement who gets what; null until it has ended
 * @param rejection why the ledger refused; null if it did not
 * @param nextActions what this caller may do now: the last part of the path to post to
 */
record BudgetView(
    String id,
    String status,
    String service,
    String title,
    String buyer,
    String seller,
    Credits amount,
    Credits price,
    int feeBps,
    Credits used,
    Credits left,
    Credits captured,
    long calls,
    @Nullable SharesView settlement,
    @Nullable WhyNotView rejection,
    List<String> nextActions,
    Instant expiresAt,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  /** Who gets what; {@code postedAt} is null while the ledger is at it. */
  record SharesView(
      Credits buyerRefund, Credits sellerNet, Credits fee, @Nullable Instant postedAt) {

    static @Nullable SharesView of(@Nullable Settlement settlement) {
      return settlement == null
          ? null
          : new SharesView(
              settlement.buyerRefund(),
              settlement.sellerNet(),
              settlement.fee(),
              settlement.postedAt());
    }
  }

  /** Why the ledger refused the buyer's credits. */
  record WhyNotView(
      String code, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Credits missing) {

    static @Nullable WhyNotView of(Progress.@Nullable Refusal refusal) {
      return refusal == null ? null : new WhyNotView(refusal.code(), refusal.missing());
    }
  }

  /**
   * What the seller took.
   *
   * @param ledgerReference under which the ledger pays it; null until it is asked to
   */
  record UseView(
      int number,
      String reference,
      int calls,
      Credits amount,
      Instant at,
      @Nullable String ledgerReference) {

    static UseView of(Use use, Budget budget) {
      return new UseView(
          use.number(),
          use.reference(),
          use.calls(),
          use.amount(),
          use.at(),
          ledgerReference(use.paidWith(), budget));
    }

    private static @Nullable String ledgerReference(Budget.@Nullable Uses uses, Budget budget) {
      if (uses != null) {
        return uses.reference(budget.id());
      }
      return budget.settlement() == null ? null : budget.id().value();
    }
  }

  static BudgetView of(Budget budget, AgentId viewer) {
    Budget.Plan plan = budget.plan();
    return new BudgetView(
        budget.id().value(),
        budget.state().name(),
        plan.service().value(),
        plan.title(),
        plan.buyer().value(),
        plan.seller().value(),
        plan.amount(),
        plan.price(),
        plan.fee().basisPoints(),
        budget.used(),
        budget.left(),
        budget.captures().paid(),
        budget.calls(),
        SharesView.of(budget.settlement()),
        WhyNotView.of(budget.refusal()),
        nextActions(budget, viewer),
        plan.expiresAt(),
        plan.at(),
        budget.updatedAt(),
        budget.version());
  }

  private static List<String> nextActions(Budget budget, AgentId viewer) {
    if (budget.state() != BudgetState.OPEN) {
      return List.of();
    }
    boolean canUse =
        viewer.equals(budget.plan().seller()) && BudgetRules.whyNotUse(budget, 1).isEmpty();
    return canUse ? List.of("uses", "close") : List.of("close");
  }
}
