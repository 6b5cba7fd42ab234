package dev.agora.ledger.journal;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.DisputeId;
import dev.agora.ledger.account.HoldId;
import dev.agora.ledger.account.PlatformAccount;
import dev.agora.ledger.posting.Dispute;
import dev.agora.ledger.posting.Hold;
import dev.agora.ledger.posting.Outcome;
import dev.agora.ledger.posting.PurchaseLot;
import dev.agora.ledger.posting.RunningBalance;
import dev.agora.ledger.posting.Wallet;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a batch leaves of all that it changed.
 *
 * @param purchases those that were refunded or disputed, by number
 */
record Changes(
    Map<AgentId, Wallet> wallets,
    Map<HoldId, Hold> holds,
    Map<DisputeId, Dispute> disputes,
    Map<Long, PurchaseLot> purchases,
    Map<PlatformAccount, RunningBalance> platform) {

  static Changes of(List<Outcome.Accepted> accepted) {
    Changes changes =
        new Changes(
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new EnumMap<>(PlatformAccount.class));
    accepted.forEach(changes::take);
    return changes;
  }

  private void take(Outcome.Accepted posted) {
    wallets.putAll(posted.wallets());
    platform.putAll(posted.platform());
    Hold hold = posted.hold();
    if (hold != null) {
      holds.put(hold.id(), hold);
    }
    Dispute dispute = posted.dispute();
    if (dispute != null) {
      disputes.put(dispute.id(), dispute);
    }
    PurchaseLot purchase = posted.purchase();
    if (purchase != null && purchase.isUndone()) {
      purchases.put(purchase.number(), purchase);
    }
  }
}
