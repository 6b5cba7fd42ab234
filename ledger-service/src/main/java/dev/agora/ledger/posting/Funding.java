package dev.agora.ledger.posting;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.Bucket;
import dev.agora.money.Credits;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a transaction moved between two agents, out of its entries: enough to tell what of the
 * income a purchase has paid for.
 *
 * @param payee the other agent
 * @param fee that was taken out of what was paid, beginning with what is spent first
 * @param paid by the one, out of its wallet or out of a hold
 * @param returned to the one, of the purchase's lots
 * @param arrived at the other
 */
public record Funding(AgentId payee, Credits fee, Lots paid, Credits returned, Lots arrived) {

  /** Whether the lots of that purchase went on as they were, as they do within one owner. */
  public boolean carries(long purchase) {
    return !arrived.ofPurchase(purchase).isEmpty();
  }

  /** What the purchase has paid for of the other's earnings. */
  Lots earnedFrom(long purchase) {
    if (!arrived.equals(arrived.onlyIn(Bucket.EARNED))) {
      return Lots.NONE;
    }
    return arrived.first(paid.minus(paid.first(fee)).ofPurchase(purchase).total());
  }

  /**
   * What each payee earned from that purchase and what still seasons at that instant, less what it
   * gave back, beginning with what is spent first.
   */
  public static Map<AgentId, Lots> byPayee(
      Collection<Funding> fundings, long purchase, Instant at) {
    Map<AgentId, Lots> earned = new LinkedHashMap<>();
    Map<AgentId, Credits> returned = new HashMap<>();
    for (Funding funding : fundings) {
      earned.merge(funding.payee, funding.earnedFrom(purchase), Lots::plus);
      returned.merge(funding.payee, funding.returned, Credits::plus);
    }
    earned.replaceAll(
        (payee, lots) -> {
          Lots kept = lots.minus(lots.first(returned.getOrDefault(payee, Credits.ZERO)));
          return kept.minus(kept.onlyConvertibleAt(at));
        });
    earned.values().removeIf(Lots::isEmpty);
    return earned;
  }
}
