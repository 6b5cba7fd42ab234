package dev.agora.ledger.journal;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.DisputeId;
import dev.agora.ledger.account.HoldId;
import dev.agora.ledger.account.PurchaseId;
import dev.agora.ledger.posting.Funded;
import dev.agora.ledger.posting.Posting;
import dev.agora.ledger.posting.Reversal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that a run of postings names.
 *
 * @param given back: the holds of settled orders
 */
record Named(
    Set<AgentId> agents,
    Set<HoldId> holds,
    Set<DisputeId> disputes,
    Set<PurchaseId> purchases,
    Set<HoldId> given) {

  static Named by(List<Posting> postings) {
    Named named =
        new Named(
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>());
    postings.forEach(named::take);
    return named;
  }

  private void take(Posting posting) {
    add(agents, posting.payer());
    add(agents, posting.payee());
    add(holds, posting.hold());
    if (posting instanceof Reversal reversal) {
      add(disputes, reversal.dispute());
      add(purchases, reversal.purchase());
    }
    if (posting instanceof Funded funded) {
      add(disputes, funded.share());
    }
    if (posting instanceof Reversal.RefundOrder refund) {
      given.add(refund.hold());
    }
  }

  private static <T> void add(Set<T> all, @Nullable T one) {
    if (one != null) {
      all.add(one);
    }
  }
}
