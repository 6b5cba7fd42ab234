package dev.agora.ledger.posting;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.DisputeId;
import dev.agora.money.Credits;

/**
 * A purchase that its card holder disputes at the bank.
 *
 * @param agent who got the purchase's credits
 * @param purchase the number of the purchase's transaction
 * @param lots what is still frozen
 * @param end of a lost one; all zero before
 */
public record Dispute(
    DisputeId id, AgentId agent, long purchase, Lots lots, DisputeStatus status, End end) {

  /**
   * Where the credits of a lost dispute were found.
   *
   * @param recovered taken back from the agent, what was frozen included
   * @param debt what the agent owes for it
   * @param loss what nobody can return
   */
  public record End(Credits recovered, Credits debt, Credits loss) {

    public static final End NONE = new End(Credits.ZERO, Credits.ZERO, Credits.ZERO);

    public Credits disputed() {
      return recovered.plus(debt).plus(loss);
    }
  }

  static Dispute open(DisputeId id, PurchaseLot purchase) {
    return new Dispute(
        id, purchase.buyer(), purchase.number(), Lots.NONE, DisputeStatus.OPEN, End.NONE);
  }

  Dispute withLots(Lots changed) {
    return new Dispute(id, agent, purchase, changed, status, end);
  }

  Dispute won() {
    return new Dispute(id, agent, purchase, lots, DisputeStatus.WON, End.NONE);
  }

  Dispute lost(End how) {
    return new Dispute(id, agent, purchase, lots, DisputeStatus.LOST, how);
  }
}
