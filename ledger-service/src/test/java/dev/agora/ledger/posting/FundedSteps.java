package dev.agora.ledger.posting;

import dev.agora.ledger.account.Account;
import dev.agora.ledger.account.AgentAccount;
import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.DisputeId;
import dev.agora.money.Credits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Follows disputed purchases through a run's entries, as the service does through its tables. */
final class FundedSteps {

  private final LedgerRun run;
  private final Map<DisputeId, Integer> lookedAt = new HashMap<>();

  FundedSteps(LedgerRun run) {
    this.run = run;
  }

  /**
   * A thaw of what is frozen, else a freeze of what was earned, else the dispute that has to come
   * first; null if no purchase has paid for anything that is left.
   */
  @Nullable Posting of(PostingId id, Step step) {
    boolean any = step.second() % 8 == 0;
    List<Dispute> disputes =
        run.disputes().stream().filter(dispute -> any || isOpen(dispute)).toList();
    if (step.verb() == Step.Verb.THAW_FUNDED
        && (any || disputes.stream().anyMatch(FundedSteps::isShare))) {
      List<Dispute> some = any ? disputes : disputes.stream().filter(FundedSteps::isShare).toList();
      return some.isEmpty() ? null : thaw(id, some.get(step.first() % some.size()));
    }
    for (Dispute dispute : disputes) {
      Posting freeze = isShare(dispute) ? null : freeze(id, dispute);
      if (freeze != null) {
        return freeze;
      }
    }
    return run.purchases().stream()
        .filter(this::hasFunded)
        .findFirst()
        .map(bought -> bought.freeze(id))
        .orElse(null);
  }

  private static boolean isOpen(Dispute dispute) {
    return dispute.status() == DisputeStatus.OPEN;
  }

  private static boolean isShare(Dispute dispute) {
    return dispute.partOf() != null;
  }

  /** Of a dispute in which nobody has a share, too: there is nothing to give back. */
  private static Posting thaw(PostingId id, Dispute dispute) {
    DisputeId whole = dispute.partOf();
    return new Funded.Thaw(id, whole == null ? dispute.id() : whole, dispute.agent());
  }

  /** Of one payee who has something left, as if the others had nothing. */
  private @Nullable Posting freeze(PostingId id, Dispute dispute) {
    requireNoMoreThanWasIssued(dispute);
    int from = lookedAt.getOrDefault(dispute.id(), 0);
    lookedAt.put(dispute.id(), run.told().size());
    return earned(dispute.agent(), dispute.purchase(), from, run.state().at()).entrySet().stream()
        .filter(this::isLeft)
        .findFirst()
        .map(
            it ->
                new Funded.Freeze(id, dispute.id(), it.getKey(), dispute.purchase(), it.getValue()))
        .orElse(null);
  }

  /** Whether a payee has something left of it, and nobody disputes it yet. */
  private boolean hasFunded(Bought bought) {
    PurchaseLot posted = run.state().purchase(bought.id);
    return posted != null
        && !posted.disputed()
        && earned(bought.agent, posted.number(), 0, run.state().at()).entrySet().stream()
            .anyMatch(this::isLeft);
  }

  private boolean isLeft(Map.Entry<AgentId, Lots> earned) {
    Lots wallet = run.state().wallet(earned.getKey()).orElseThrow().lots();
    return earned.getValue().pieces().stream().anyMatch(it -> !wallet.in(it.lot()).isZero());
  }

  private void requireNoMoreThanWasIssued(Dispute dispute) {
    Credits earned = Credits.ZERO;
    for (Lots lots : earned(dispute.agent(), dispute.purchase(), 0, Instant.EPOCH).values()) {
      earned = earned.plus(lots.total());
    }
    Credits issued = Credits.ZERO;
    for (Transaction transaction : run.transactions()) {
      issued = transaction.number() == dispute.purchase() ? transaction.amount() : issued;
    }
    LedgerRun.require(earned.compareTo(issued) <= 0, "%s earned out of %s", earned, issued);
  }

  private Map<AgentId, Lots> earned(AgentId buyer, long purchase, int from, Instant at) {
    List<Funding> fundings = new ArrayList<>();
    for (LedgerRun.Told told : run.told().subList(from, run.told().size())) {
      if (told.outcome() instanceof Outcome.Accepted accepted) {
        Funding funding = of(accepted, buyer, purchase);
        if (funding != null) {
          fundings.add(funding);
        }
      }
    }
    return Funding.byPayee(fundings, purchase, at);
  }

  /** The transaction as a payment of that agent, or to it; null if it is none. */
  static @Nullable Funding of(Outcome.Accepted accepted, AgentId agent, long purchase) {
    Transaction transaction = accepted.transaction();
    AgentId payer = transaction.payer();
    AgentId payee = transaction.payee();
    if (payer == null || payee == null || !(agent.equals(payer) || agent.equals(payee))) {
      return null;
    }
    AgentId other = agent.equals(payer) ? payee : payer;
    Map<Lot, Long> mine = new HashMap<>();
    Map<Lot, Long> others = new HashMap<>();
    for (Entry entry : accepted.entries()) {
      Lot lot = entry.lot();
      if (lot != null && entry.account() instanceof AgentAccount account) {
        boolean ofOther = account instanceof Account.AgentBucket && account.agent().equals(other);
        (ofOther ? others : mine).merge(lot, entry.units(), Long::sum);
      }
    }
    Fee fee = transaction.fee();
    return new Funding(
        other,
        fee == null ? Credits.ZERO : Credits.ofMicros(fee.units()),
        lots(mine, -1),
        lots(mine, 1).ofPurchase(purchase).total(),
        lots(others, 1));
  }

  private static Lots lots(Map<Lot, Long> sums, int sign) {
    List<Piece> pieces = new ArrayList<>();
    sums.forEach(
        (lot, units) -> {
          if (sign * units > 0) {
            pieces.add(new Piece(lot, Credits.ofMicros(sign * units)));
          }
        });
    return Lots.of(pieces);
  }
}
