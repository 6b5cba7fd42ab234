package dev.agora.ledger.posting;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.DisputeId;
import dev.agora.money.Credits;
import org.jspecify.annotations.Nullable;

/**
 * A purchase that its card holder disputes at the bank; or a share in one: what another agent
 * earned out of it.
 *
 * @param partOf the dispute that a share is of; null of the dispute itself
 * @param agent who got the purchase's credits, or earned some of them
 * @param purchase the number of the purchase's transaction
 * @param lots what is still frozen
 * @param end of a lost one; all zero before
 */
public record Dispute(
    DisputeId id,
    @Nullable DisputeId partOf,
    AgentId agent,
    long purchase,
    Lots lots,
    DisputeStatus status,
    End end) {

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
    return open(id, null, purchase.buyer(), purchase.number());
  }

  /** A share, with nothing in it yet. */
  static Dispute share(Funded.Freeze freeze) {
    return open(freeze.share(), freeze.dispute(), freeze.payer(), freeze.purchase());
  }

  private static Dispute open(
      DisputeId id, @Nullable DisputeId partOf, AgentId agent, long purchase) {
    return new Dispute(id, partOf, agent, purchase, Lots.NONE, DisputeStatus.OPEN, End.NONE);
  }

  Dispute withLots(Lots changed) {
    return new Dispute(id, partOf, agent, purchase, changed, status, end);
  }

  Dispute won() {
    return ended(DisputeStatus.WON, End.NONE);
  }

  Dispute lost(End how) {
    return ended(DisputeStatus.LOST, how);
  }

  Dispute thawed() {
    return ended(DisputeStatus.THAWED, End.NONE);
  }

  private Dispute ended(DisputeStatus as, End how) {
    return new Dispute(id, partOf, agent, purchase, lots, as, how);
  }
}
