package dev.agora.ledger.posting;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.PlatformAccount;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What becomes of a posting. */
public sealed interface Outcome {

  /**
   * Posted.
   *
   * @param entries sum to zero in each asset
   * @param wallets of every agent it touched, as they are afterwards
   * @param hold the hold it placed or ended, as it is afterwards
   * @param dispute the dispute it opened or ended, as it is afterwards
   * @param purchase the purchase it posted or undid, as it is afterwards
   * @param platform every platform account it touched, as it is afterwards
   */
  record Accepted(
      Transaction transaction,
      List<Entry> entries,
      Map<AgentId, Wallet> wallets,
      @Nullable Hold hold,
      @Nullable Dispute dispute,
      @Nullable PurchaseLot purchase,
      Map<PlatformAccount, RunningBalance> platform)
      implements Outcome {

    public Accepted {
      entries = List.copyOf(entries);
      wallets = Map.copyOf(wallets);
      platform = Map.copyOf(platform);
    }
  }

  /**
   * An earlier posting of this id did the same; nothing changed now.
   *
   * @param hold the hold it placed or ended, as it is now
   */
  record AlreadyPosted(Transaction transaction, @Nullable Hold hold) implements Outcome {}

  /** An earlier posting of this id did something else; nothing changed now. */
  record IdReusedWithOtherContent(Transaction transaction) implements Outcome {}

  /**
   * Refused; nothing changed.
   *
   * @param grounds the figures of some reasons, else null
   */
  record Rejected(Rejection reason, @Nullable Grounds grounds) implements Outcome {}
}
