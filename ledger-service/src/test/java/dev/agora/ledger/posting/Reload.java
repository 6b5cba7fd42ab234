package dev.agora.ledger.posting;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.DisputeId;
import dev.agora.ledger.account.HoldId;
import dev.agora.ledger.account.PurchaseId;
import dev.agora.money.Economy;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The state of a run as its next batch would load it out of the database. */
final class Reload {

  private final LedgerRun run;
  private final Economy economy;

  Reload(LedgerRun run, Economy economy) {
    this.run = run;
    this.economy = economy;
  }

  LedgerState at(Instant at, Map<AgentId, Wallet> changed) {
    return new LedgerState(
        at, run.state().nextNumber(), economy.seasoning(), accounts(changed), past());
  }

  private LedgerState.Accounts accounts(Map<AgentId, Wallet> changed) {
    Map<AgentId, Wallet> wallets = new HashMap<>();
    for (int number = 0; number < LedgerRun.AGENTS; number++) {
      wallets.put(LedgerFixture.agent(number), run.wallet(number));
    }
    wallets.putAll(changed);
    Map<HoldId, Hold> holds = new HashMap<>();
    run.holds().forEach(hold -> holds.put(hold.id(), hold));
    Map<DisputeId, Dispute> disputes = new HashMap<>();
    run.disputes().forEach(dispute -> disputes.put(dispute.id(), dispute));
    return new LedgerState.Accounts(wallets, holds, disputes, run.books().platform());
  }

  private LedgerState.Past past() {
    Map<PurchaseId, PurchaseLot> purchases = new HashMap<>();
    for (Bought bought : run.purchases()) {
      PurchaseLot lot = run.state().purchase(bought.id);
      if (lot != null) {
        purchases.put(bought.id, lot);
      }
    }
    Map<PostingId, EarlierTransaction> posted = new HashMap<>();
    Set<UsedReference> references = new HashSet<>();
    for (Transaction transaction : run.transactions()) {
      posted.put(transaction.postingId(), new EarlierTransaction(transaction));
      AgentId payer = transaction.payer();
      AgentId payee = transaction.payee();
      String reference = transaction.note().reference();
      if (payer != null && payee != null && reference != null) {
        references.add(new UsedReference(payer, transaction.kind(), payee, reference));
      }
    }
    return new LedgerState.Past(posted, references, purchases, Map.of());
  }
}
