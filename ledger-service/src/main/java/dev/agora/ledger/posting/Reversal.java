package dev.agora.ledger.posting;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.DisputeId;
import dev.agora.ledger.account.HoldId;
import dev.agora.ledger.account.PurchaseId;
import dev.agora.money.Credits;
import dev.agora.money.FeeRate;
import dev.agora.money.Usd;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A wish to give back what was paid: to a card, or to the buyer of an order. */
public sealed interface Reversal extends Posting {

  /** The purchase that it undoes; null if none. */
  default @Nullable PurchaseId purchase() {
    return null;
  }

  /** The dispute that it opens or ends; null if none. */
  default @Nullable DisputeId dispute() {
    return null;
  }

  @Override
  default @Nullable AgentId payee() {
    return null;
  }

  @Override
  default @Nullable Credits amount() {
    return null;
  }

  /**
   * Sets all aside that is left of a purchase, so that nobody spends it meanwhile.
   *
   * @param price what the buyer paid
   */
  record ReserveRefund(
      PostingId id, HoldId hold, PurchaseId purchase, AgentId payer, Usd price, String reference)
      implements Reversal {

    @Override
    public TransactionKind kind() {
      return TransactionKind.HOLD;
    }

    @Override
    public Note note() {
      return new Note(reference, null, Map.of("purchase", purchase.value()));
    }
  }

  /**
   * Redeems a refund's hold for the dollars that went back to the card.
   *
   * @param terms of the purchase
   * @param refund what went back of the price
   * @param tax what went back of the tax on it
   */
  record CaptureRefund(
      PostingId id,
      HoldId hold,
      PurchaseId purchase,
      AgentId payer,
      PurchaseTerms terms,
      Usd refund,
      Usd tax,
      String reference)
      implements Reversal {

    /** Without tax. */
    public CaptureRefund(
        PostingId id,
        HoldId hold,
        PurchaseId purchase,
        AgentId payer,
        PurchaseTerms terms,
        Usd refund,
        String reference) {
      this(id, hold, purchase, payer, terms, refund, Usd.ZERO, reference);
    }

    public CaptureRefund {
      if (tax.isNegative()) {
        throw new IllegalArgumentException("a negative tax: " + id);
      }
    }

    @Override
    public TransactionKind kind() {
      return TransactionKind.REFUND;
    }

    @Override
    public Note note() {
      return new Note(
          reference, null, Map.of("purchase", purchase.value(), "refundUsd", refund.toString()));
    }
  }

  /** Freezes all that is left of a disputed purchase. */
  record FreezeDispute(PostingId id, DisputeId dispute, PurchaseId purchase, AgentId payer)
      implements Reversal {

    @Override
    public TransactionKind kind() {
      return TransactionKind.HOLD;
    }

    @Override
    public Note note() {
      return new Note(dispute.value(), null, Map.of("purchase", purchase.value()));
    }
  }

  /**
   * Books how a dispute ended.
   *
   * @param lost decided for the card holder, who has its dollars back
   * @param terms of the purchase
   * @param refunded what went back before, by a refund or an earlier dispute
   * @param disputed what of the price the bank took
   * @param disputeFee what Stripe charged
   * @param tax what the bank took back of the tax on the price
   */
  record CloseDispute(
      PostingId id,
      DisputeId dispute,
      PurchaseId purchase,
      AgentId payer,
      boolean lost,
      PurchaseTerms terms,
      Usd refunded,
      Usd disputed,
      Usd disputeFee,
      Usd tax)
      implements Reversal {

    /** Of all that is left of the price, without tax. */
    public CloseDispute(
        PostingId id,
        DisputeId dispute,
        PurchaseId purchase,
        AgentId payer,
        boolean lost,
        PurchaseTerms terms,
        Usd refunded,
        Usd disputeFee) {
      this(
          id,
          dispute,
          purchase,
          payer,
          lost,
          terms,
          refunded,
          terms.price().minus(refunded),
          disputeFee,
          Usd.ZERO);
    }

    public CloseDispute {
      if (refunded.isNegative()
          || disputed.isNegative()
          || disputeFee.isNegative()
          || tax.isNegative()
          || refunded.plus(disputed).compareTo(terms.price()) > 0) {
        throw new IllegalArgumentException("a negative sum, or more going back than paid: " + id);
      }
    }

    /** Whether it changes dollars, however many credits it moves. */
    public boolean movesDollars() {
      return disputeFee.isPositive() || (lost && disputed.isPositive());
    }

    /**
     * The part of the purchase's credits that goes with the disputed part of its price, bonus
     * included: rounded up to 0.1 credit, and all of them with all that is left of the price.
     */
    Credits disputedOf(Credits outstanding) {
      Usd rest = terms.price().minus(refunded);
      if (disputed.equals(rest)) {
        return outstanding;
      }
      long whole = outstanding.micros() / Credits.MICROS_PER_CENT;
      long part = Math.ceilDiv(Math.multiplyExact(whole, disputed.cents()), rest.cents());
      return Credits.ofMicros(part * Credits.MICROS_PER_CENT);
    }

    /** What of the purchase fee goes back with the disputed part of the price. */
    Usd feeBack() {
      return terms.feeOf(refunded.plus(disputed)).minus(terms.feeOf(refunded));
    }

    @Override
    public TransactionKind kind() {
      return lost ? TransactionKind.CLAWBACK : TransactionKind.REINSTATEMENT;
    }

    @Override
    public Note note() {
      return new Note(dispute.value(), null, Map.of("purchase", purchase.value()));
    }
  }

  /**
   * Gives a part or all of a settled order back.
   *
   * @param payer the seller
   * @param payee the buyer
   * @param amount what the buyer gets
   * @param feeRate as the order pinned it
   */
  record RefundOrder(
      PostingId id,
      HoldId hold,
      AgentId payer,
      AgentId payee,
      Credits amount,
      FeeRate feeRate,
      String reference)
      implements Reversal {

    public RefundOrder {
      if (!amount.isPositive()) {
        throw new IllegalArgumentException("not above zero: " + amount);
      }
    }

    @Override
    public TransactionKind kind() {
      return TransactionKind.REFUND;
    }

    @Override
    public Note note() {
      return Note.reference(reference);
    }
  }
}
