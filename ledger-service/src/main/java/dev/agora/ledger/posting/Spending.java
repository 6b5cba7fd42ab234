package dev.agora.ledger.posting;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.posting.Grounds.LimitReached;
import dev.agora.money.Credits;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The rules of what an owner lets its agent spend. */
final class Spending {

  private Spending() {}

  /**
   * Why the owner's limits refuse it, or null if they do not.
   *
   * @param payee null if it is no agent
   */
  static Decision.@Nullable Refusal refusal(
      LedgerState state, Wallet payer, @Nullable AgentId payee, Credits amount) {
    Limits limits = payer.limits();
    if (payee != null && !limits.permit(payee)) {
      return new Decision.Refusal(Rejection.COUNTERPARTY_NOT_ALLOWED, null);
    }
    Instant now = state.at();
    Spent spent = payer.spentAt(now);
    LimitReached reached =
        first(
            exceeded(LimitName.PER_PAYMENT, limits.perPayment(), Credits.ZERO, amount, null),
            exceeded(LimitName.DAILY, limits.daily(), spent.today(), amount, Spent.dayEnds(now)),
            exceeded(
                LimitName.MONTHLY,
                limits.monthly(),
                spent.thisMonth(),
                amount,
                Spent.monthEnds(now)));
    return reached == null ? null : new Decision.Refusal(Rejection.LIMIT_EXCEEDED, reached);
  }

  private static @Nullable LimitReached exceeded(
      LimitName name,
      @Nullable Credits max,
      Credits spent,
      Credits amount,
      @Nullable Instant resets) {
    if (max == null || spent.plus(amount).compareTo(max) <= 0) {
      return null;
    }
    // The owner may have lowered the limit below what was spent.
    Credits left = spent.compareTo(max) >= 0 ? Credits.ZERO : max.minus(spent);
    return new LimitReached(name, max, left, resets);
  }

  private static @Nullable LimitReached first(@Nullable LimitReached... all) {
    for (LimitReached one : all) {
      if (one != null) {
        return one;
      }
    }
    return null;
  }
}
