package dev.agora.ledger.posting;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.PurchaseId;
import dev.agora.money.Credits;

/**
 * A posted purchase, and what of it was taken back since.
 *
 * @param buyer the agent that got its credits
 * @param number of its transaction and of its lots
 * @param issued bonus included, in whole cents
 * @param takenBack by a refund or a lost dispute, in whole cents
 * @param disputed whether it ever was
 */
public record PurchaseLot(
    PurchaseId id,
    AgentId buyer,
    long number,
    Credits issued,
    Credits takenBack,
    boolean disputed) {

  public PurchaseLot {
    if (takenBack.compareTo(issued) > 0) {
      throw new IllegalStateException("more taken back than issued: " + id);
    }
  }

  /** Whether it was refunded or disputed. */
  public boolean isUndone() {
    return disputed || takenBack.isPositive();
  }

  Credits outstanding() {
    return issued.minus(takenBack);
  }

  /** What of its lots that agent still has to spend. */
  Lots leftIn(Wallet wallet) {
    return wallet.lots().ofPurchase(number);
  }

  PurchaseLot inDispute() {
    return new PurchaseLot(id, buyer, number, issued, takenBack, true);
  }

  PurchaseLot less(Credits taken) {
    return new PurchaseLot(id, buyer, number, issued, takenBack.plus(taken), disputed);
  }
}
