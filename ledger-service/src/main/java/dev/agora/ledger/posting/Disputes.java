package dev.agora.ledger.posting;

import dev.agora.ledger.account.PlatformAccount;
import dev.agora.money.Credits;

/** The rules of purchases that their card holder disputes at the bank. */
final class Disputes {

  private Disputes() {}

  static Decision decide(LedgerState state, Reversal.FreezeDispute freeze) {
    Wallet buyer = state.wallet(freeze.payer()).orElse(null);
    if (buyer == null) {
      return Decision.refuse(Rejection.AGENT_UNKNOWN);
    }
    PurchaseLot purchase = Refunds.purchaseOf(state, freeze);
    if (purchase == null) {
      return Decision.refuse(Rejection.PURCHASE_UNKNOWN);
    }
    if (state.dispute(freeze.dispute()) != null) {
      // It has ended before this was heard of.
      return new Draft(freeze, Credits.ZERO);
    }
    Lots left = purchase.leftIn(buyer);
    Dispute dispute = Dispute.open(freeze.dispute(), purchase);
    return new Draft(freeze, left.total())
        .dispute(dispute)
        .purchase(purchase.inDispute())
        .takeFrom(buyer, left)
        .putInto(dispute, left);
  }

  static Decision decide(LedgerState state, Reversal.CloseDispute close) {
    Wallet buyer = state.wallet(close.payer()).orElse(null);
    if (buyer == null) {
      return Decision.refuse(Rejection.AGENT_UNKNOWN);
    }
    PurchaseLot purchase = Refunds.purchaseOf(state, close);
    if (purchase == null) {
      return Decision.refuse(Rejection.PURCHASE_UNKNOWN);
    }
    Dispute known = state.dispute(close.dispute());
    Dispute dispute = known == null ? Dispute.open(close.dispute(), purchase) : known;
    Draft draft =
        close.lost()
            ? lost(close, buyer, purchase.inDispute(), dispute)
            : won(close, buyer, purchase.inDispute(), dispute);
    return draft
        .move(PlatformAccount.STRIPE_CLEARING, close.disputeFee().negated())
        .move(PlatformAccount.STRIPE_FEES, close.disputeFee());
  }

  /** The exact mirror of the freeze. */
  private static Draft won(
      Reversal.CloseDispute close, Wallet buyer, PurchaseLot purchase, Dispute dispute) {
    return details(new Draft(close, dispute.lots().total()), Dispute.End.NONE)
        .dispute(dispute.won())
        .purchase(purchase)
        .takeFrom(dispute, dispute.lots())
        .putInto(buyer, dispute.lots());
  }

  /**
   * What is frozen first, then that purchase's other credits, then any others, then debt. What was
   * frozen beyond the disputed part goes back where it was.
   */
  private static Draft lost(
      Reversal.CloseDispute close, Wallet buyer, PurchaseLot purchase, Dispute dispute) {
    Credits disputed = close.disputedOf(purchase.outstanding());
    Lots frozen = dispute.lots().first(disputed);
    Credits toFind = disputed.minus(frozen.total());
    Lots own = purchase.leftIn(buyer).first(toFind);
    Lots others = buyer.lots().minus(own).first(toFind.minus(own.total()));
    Credits missing = toFind.minus(own.total()).minus(others.total());
    boolean gone = buyer.status() == AgentStatus.CLOSED;
    Dispute.End end =
        new Dispute.End(
            disputed.minus(missing), gone ? Credits.ZERO : missing, gone ? missing : Credits.ZERO);
    Draft draft =
        details(new Draft(close, disputed), end)
            .dispute(dispute.lost(end))
            .purchase(purchase.less(disputed))
            .takeFrom(dispute, dispute.lots())
            .putInto(buyer, dispute.lots().minus(frozen))
            .takeFrom(buyer, own)
            .takeFrom(buyer, others)
            .repay(buyer, end.debt().negated())
            .move(PlatformAccount.CREDIT_LOSSES, end.loss().negated());
    return Refunds.giveBackTax(
        Refunds.giveBack(draft, disputed, close.disputed(), close.feeBack()), close.tax());
  }

  private static Draft details(Draft draft, Dispute.End end) {
    return draft
        .detail("recovered", end.recovered().toString())
        .detail("debt", end.debt().toString())
        .detail("loss", end.loss().toString());
  }
}
