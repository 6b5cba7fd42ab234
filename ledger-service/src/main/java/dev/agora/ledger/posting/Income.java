package dev.agora.ledger.posting;

import dev.agora.money.Credits;

/** How credits arrive: debt is repaid first, and another owner's credits become earned. */
final class Income {

  private Income() {}

  /**
   * A payment; between agents of one owner, or with an unclaimed one, buckets stay as they were.
   */
  static void pay(LedgerState state, Draft draft, Wallet payer, Wallet payee, Lots net) {
    boolean earned = payer.isOfOtherOwnerThan(payee);
    receive(draft, payee, earned ? Lots.of(state.earnedLot(), net.total()) : net);
  }

  /** Any income of an agent. */
  static void receive(Draft draft, Wallet payee, Lots income) {
    Credits owed = payee.debt().negated();
    Lots repayment = income.first(owed);
    draft.repay(payee, repayment.total());
    draft.putInto(payee, income.minus(repayment));
  }
}
