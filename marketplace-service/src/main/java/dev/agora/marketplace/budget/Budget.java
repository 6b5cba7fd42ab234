package dev.agora.marketplace.budget;

import dev.agora.agents.AgentId;
import dev.agora.marketplace.listing.ServiceId;
import dev.agora.marketplace.order.Progress;
import dev.agora.marketplace.order.Settlement;
import dev.agora.money.Credits;
import dev.agora.money.FeeRate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Credits that a buyer has set aside for calls of a service; immutable, changed only by {@link
 * BudgetRules}.
 *
 * @param id of the budget
 * @param plan what was agreed
 * @param state where it stands
 * @param used what the seller has taken so far, fee included; at most the plan's amount
 * @param calls for which it was taken
 * @param captures what the ledger has paid of it while it is open
 * @param refusal why the ledger refused; null if it did not
 * @param settlement who gets what; null until it has ended
 * @param version counts changes, from 1
 * @param updatedAt when the last change happened
 */
public record Budget(
    BudgetId id,
    Plan plan,
    BudgetState state,
    Credits used,
    long calls,
    Captures captures,
    Progress.@Nullable Refusal refusal,
    @Nullable Settlement settlement,
    long version,
    Instant updatedAt) {

  /**
   * What was agreed; never changes.
   *
   * @param service that is called
   * @param title of it at that moment
   * @param buyer who pays
   * @param seller who is called
   * @param amount that is set aside
   * @param price of one call at that moment
   * @param fee the platform's rate at that moment
   * @param holdId names the hold in the ledger
   * @param at the moment
   * @param expiresAt when it ends by itself
   */
  public record Plan(
      ServiceId service,
      String title,
      AgentId buyer,
      AgentId seller,
      Credits amount,
      Credits price,
      FeeRate fee,
      String holdId,
      Instant at,
      Instant expiresAt) {

    boolean concerns(AgentId agent) {
      return agent.equals(buyer) || agent.equals(seller);
    }
  }

  /**
   * What the seller is paid before the budget ends: everything taken since the last capture at
   * once, one capture at a time. The end pays what they have left.
   *
   * @param number of the latest, from 1; zero if there was none
   * @param uses that they cover, from the budget's first
   * @param paid by those that are posted, fees included
   * @param asked by the latest, fee included; null once it is posted
   */
  public record Captures(int number, int uses, Credits paid, @Nullable Credits asked) {

    static final Captures NONE = new Captures(0, 0, Credits.ZERO, null);

    /** What is paid or will be. */
    public Credits total() {
      return asked == null ? paid : paid.plus(asked);
    }

    Captures posted() {
      return new Captures(number, uses, total(), null);
    }
  }

  /** Uses that follow each other, by their numbers. */
  public record Uses(int first, int last) {

    /** Under which the ledger pays them together. */
    public String reference(BudgetId budget) {
      return budget + "/" + first + (first == last ? "" : "-" + last);
    }
  }

  /** What can still be taken. */
  Credits left() {
    return state == BudgetState.OPEN ? plan.amount().minus(used) : Credits.ZERO;
  }

  /** Whether it has run out of time and nobody has ended it. */
  boolean isDue(Instant now) {
    return state == BudgetState.OPEN && !plan.expiresAt().isAfter(now);
  }
}
