package dev.agora.ledger.posting;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.DisputeId;
import dev.agora.ledger.account.HoldId;
import dev.agora.ledger.account.PurchaseId;
import dev.agora.money.CreditPackage;
import dev.agora.money.FeeRate;
import dev.agora.money.Usd;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A purchase as billing-service knows it: it asks for one refund at most, and for one dispute after
 * the other, of a part or of all that is left.
 */
final class Bought {

  final PurchaseId id;
  final AgentId agent;
  final HoldId refundHold;
  private final int number;
  private final List<DisputeId> disputes = new ArrayList<>();
  private final CreditPackage offer;
  private final FeeRate feeRate;
  private Usd refundable = Usd.ZERO;
  private Usd refunded = Usd.ZERO;
  private boolean reserved;

  Bought(int number, AgentId agent, CreditPackage offer, FeeRate feeRate) {
    this.number = number;
    this.id = LedgerFixture.purchase(number);
    this.agent = agent;
    this.offer = offer;
    this.feeRate = feeRate;
    this.refundHold = LedgerFixture.hold(0x100000 + number);
    disputes.add(LedgerFixture.dispute(number));
  }

  Posting posting(PostingId posting) {
    return new Posting.Purchase(
        posting,
        id,
        agent,
        offer.price(),
        feeRate.of(offer.price()),
        feeRate,
        offer.base(),
        offer.bonus(),
        Usd.parse("0.59"),
        Note.NONE);
  }

  /** Asked for once: after a refused or released reservation, too, billing asks with a new id. */
  @Nullable Posting reserve(PostingId posting) {
    return reserved
        ? null
        : new Reversal.ReserveRefund(posting, refundHold, id, agent, offer.price(), "rfd");
  }

  @Nullable Posting captureRefund(PostingId posting, LedgerState state) {
    return isRefunding(state)
        ? new Reversal.CaptureRefund(posting, refundHold, id, agent, terms(), refundable, "rfd")
        : null;
  }

  Posting freeze(PostingId posting) {
    return new Reversal.FreezeDispute(posting, disputes.getLast(), id, agent);
  }

  /**
   * A purchase is not disputed while it is being refunded, and no dispute ends twice.
   *
   * @param share of what is left of the price: all of it if it divides by two, else some
   */
  @Nullable Posting close(PostingId posting, boolean lost, long share, LedgerState state) {
    if (isRefunding(state)) {
      return null;
    }
    Usd rest = offer.price().minus(refunded);
    boolean part = share % 2 == 1 && rest.isPositive();
    Usd disputed = part ? Usd.ofCents(1 + share % rest.cents()) : rest;
    return new Reversal.CloseDispute(
        posting,
        disputes.getLast(),
        id,
        agent,
        lost,
        terms(),
        refunded,
        disputed,
        Usd.parse("15.00"),
        Usd.ZERO);
  }

  void remember(Posting posting, Outcome.Accepted accepted) {
    if (posting instanceof Reversal.ReserveRefund) {
      String refund = accepted.transaction().note().details().get("refundUsd");
      refundable = Usd.parse(refund == null ? "0.00" : refund);
      reserved = true;
    }
    if (posting instanceof Reversal.CaptureRefund) {
      refunded = refundable;
    }
    if (posting instanceof Reversal.CloseDispute close) {
      refunded = close.lost() ? refunded.plus(close.disputed()) : refunded;
      disputes.add(LedgerFixture.dispute(number + 0x10000 * disputes.size()));
    }
  }

  private boolean isRefunding(LedgerState state) {
    return state.hold(refundHold).filter(hold -> hold.status() == HoldStatus.HELD).isPresent();
  }

  private PurchaseTerms terms() {
    return new PurchaseTerms(offer.price(), feeRate.of(offer.price()));
  }
}
