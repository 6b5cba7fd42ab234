package dev.agora.ledger;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.DisputeId;
import dev.agora.ledger.account.HoldId;
import dev.agora.ledger.account.PurchaseId;
import dev.agora.ledger.posting.Hold;
import dev.agora.ledger.posting.HoldPurpose;
import dev.agora.ledger.posting.Note;
import dev.agora.ledger.posting.Posting;
import dev.agora.ledger.posting.PostingId;
import dev.agora.ledger.posting.PurchaseTerms;
import dev.agora.ledger.posting.Reversal;
import dev.agora.money.Credits;
import dev.agora.money.FeeRate;
import dev.agora.money.Usd;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Purchases with what becomes of them: refunds, and disputes that a bank ends once. */
final class RandomPurchases {

  private static final FeeRate PURCHASE_FEE = FeeRate.ofBasisPoints(300);

  private record Bought(
      PurchaseId id, AgentId agent, Usd price, HoldId hold, DisputeId dispute, PostingId refund) {

    PurchaseTerms terms() {
      return new PurchaseTerms(price, PURCHASE_FEE.of(price));
    }
  }

  private final Random random;
  private final List<AgentId> agents;
  private final List<Hold> holds;
  private final List<Bought> purchases = new ArrayList<>();

  /**
   * @param agents who buys
   * @param holds the holds that are open, kept by the caller
   */
  RandomPurchases(Random random, List<AgentId> agents, List<Hold> holds) {
    this.random = random;
    this.agents = agents;
    this.holds = holds;
  }

  Posting buy() {
    PurchaseId id = new PurchaseId(RunningLedger.freshId("pur_"));
    Usd price = Usd.ofCents(500 + random.nextInt(10_000));
    Bought bought =
        new Bought(
            id,
            agents.get(random.nextInt(agents.size())),
            price,
            new HoldId(RunningLedger.freshId("hld_")),
            new DisputeId(RunningLedger.freshId("dsp_")),
            RandomPostings.id());
    purchases.add(bought);
    return new Posting.Purchase(
        PostingId.ofPurchase(id),
        id,
        bought.agent(),
        price,
        PURCHASE_FEE.of(price),
        PURCHASE_FEE,
        price.atPar(),
        Credits.of(random.nextInt(20)),
        Usd.ofCents(random.nextInt(90)),
        Note.NONE);
  }

  Posting refund() {
    if (purchases.isEmpty()) {
      return buy();
    }
    Bought bought = any();
    for (Hold hold : holds) {
      if (hold.id().equals(bought.hold())) {
        Usd refund = hold.amount().atPar();
        return new Reversal.CaptureRefund(
            RandomPostings.id(),
            hold.id(),
            bought.id(),
            bought.agent(),
            bought.terms(),
            refund.compareTo(bought.price()) > 0 ? bought.price() : refund,
            "rfd");
      }
    }
    return new Reversal.ReserveRefund(
        bought.refund(), bought.hold(), bought.id(), bought.agent(), bought.price(), "rfd");
  }

  Posting freeze() {
    if (purchases.isEmpty()) {
      return buy();
    }
    Bought bought = any();
    PostingId id = new PostingId(bought.dispute() + "/freeze");
    return new Reversal.FreezeDispute(id, bought.dispute(), bought.id(), bought.agent());
  }

  Optional<Posting> close() {
    if (purchases.isEmpty() || holds.stream().anyMatch(h -> h.purpose() == HoldPurpose.REFUND)) {
      return Optional.empty();
    }
    // Gone with its end: a bank decides once.
    Bought bought = purchases.remove(random.nextInt(purchases.size()));
    Usd price = bought.price();
    return Optional.of(
        new Reversal.CloseDispute(
            new PostingId(bought.dispute() + "/close"),
            bought.dispute(),
            bought.id(),
            bought.agent(),
            random.nextBoolean(),
            bought.terms(),
            Usd.ZERO,
            random.nextBoolean() ? price : Usd.ofCents(1 + random.nextLong(price.cents())),
            Usd.ofCents(1500),
            Usd.ZERO));
  }

  private Bought any() {
    return purchases.get(random.nextInt(purchases.size()));
  }
}
