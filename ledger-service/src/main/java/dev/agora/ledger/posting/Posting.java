package dev.agora.ledger.posting;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.HoldId;
import dev.agora.ledger.account.PurchaseId;
import dev.agora.money.Credits;
import dev.agora.money.FeeRate;
import dev.agora.money.Usd;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A wish to move money; {@link Ledger#apply} says what becomes of it. */
public sealed interface Posting
    permits Posting.Transfer,
        Posting.Purchase,
        Posting.RefundedCharge,
        Posting.PlaceHold,
        Posting.ReleaseHold,
        Posting.SettleHold,
        CaptureHold,
        Posting.CaptureConversion,
        PlainHold,
        Spend,
        Operation,
        Reversal,
        Funded,
        Returned {

  PostingId id();

  TransactionKind kind();

  /** Whose credits it takes, sets aside or gives back; null if nobody's. */
  @Nullable AgentId payer();

  /** Which agent gets credits, or shall get them; null if none. */
  @Nullable AgentId payee();

  /** The hold that it places or ends. */
  default @Nullable HoldId hold() {
    return null;
  }

  /** Before the fee; null where the hold decides it. */
  default @Nullable Credits amount() {
    return null;
  }

  Note note();

  /** A payment from agent to agent; the fee goes out of the amount. */
  record Transfer(
      PostingId id, AgentId payer, AgentId payee, Credits amount, FeeRate feeRate, Note note)
      implements Posting {

    public Transfer {
      requirePositive(amount);
    }

    @Override
    public TransactionKind kind() {
      return TransactionKind.TRANSFER;
    }
  }

  /**
   * Credits bought with dollars that Stripe has collected.
   *
   * @param price what the buyer paid
   * @param fee of the price, kept as revenue
   * @param base bought credits, worth the price
   * @param bonus promotional credits on top
   * @param stripeFee what Stripe kept of the price
   * @param tax on top of the price, owed to the state
   */
  record Purchase(
      PostingId id,
      PurchaseId purchaseId,
      AgentId payee,
      Usd price,
      Usd fee,
      FeeRate feeRate,
      Credits base,
      Credits bonus,
      Usd stripeFee,
      Usd tax,
      Note note)
      implements Posting {

    /** Without tax. */
    public Purchase(
        PostingId id,
        PurchaseId purchaseId,
        AgentId payee,
        Usd price,
        Usd fee,
        FeeRate feeRate,
        Credits base,
        Credits bonus,
        Usd stripeFee,
        Note note) {
      this(id, purchaseId, payee, price, fee, feeRate, base, bonus, stripeFee, Usd.ZERO, note);
    }

    public Purchase {
      if (!base.equals(price.atPar()) || bonus.isNegative() || !bonus.isWholeCents()) {
        throw new IllegalArgumentException(
            "%s credits and %s bonus for $%s".formatted(base, bonus, price));
      }
      if (!price.isPositive() || fee.isNegative() || stripeFee.isNegative() || tax.isNegative()) {
        throw new IllegalArgumentException("a negative price, fee or tax: " + id);
      }
    }

    @Override
    public TransactionKind kind() {
      return TransactionKind.PURCHASE;
    }

    @Override
    public @Nullable AgentId payer() {
      return null;
    }

    @Override
    public Credits amount() {
      return base.plus(bonus);
    }
  }

  /**
   * A charge that came in and went back to the card without credits being issued for it.
   *
   * @param stripeFee what Stripe keeps although the charge went back
   */
  record RefundedCharge(PostingId id, Usd price, Usd stripeFee, Note note) implements Posting {

    public RefundedCharge {
      if (!price.isPositive() || stripeFee.isNegative()) {
        throw new IllegalArgumentException("a negative price or fee: " + id);
      }
    }

    @Override
    public TransactionKind kind() {
      return TransactionKind.REFUND;
    }

    @Override
    public @Nullable AgentId payer() {
      return null;
    }

    @Override
    public @Nullable AgentId payee() {
      return null;
    }

    @Override
    public Credits amount() {
      return Credits.ZERO;
    }
  }

  /** Sets credits aside. */
  record PlaceHold(
      PostingId id,
      HoldId hold,
      HoldPurpose purpose,
      AgentId payer,
      @Nullable AgentId payee,
      Credits amount,
      String reference)
      implements Posting {

    public PlaceHold {
      requirePositive(amount);
      if (purpose == HoldPurpose.REFUND
          || purpose == HoldPurpose.PAYMENT
          || (payee == null) != (purpose == HoldPurpose.CONVERSION)) {
        throw new IllegalArgumentException("an order has a payee, a conversion has none: " + hold);
      }
      if (purpose == HoldPurpose.CONVERSION && !amount.isWholeCents()) {
        throw new IllegalArgumentException("not whole cents: " + amount);
      }
    }

    @Override
    public TransactionKind kind() {
      return TransactionKind.HOLD;
    }

    @Override
    public Note note() {
      return Note.reference(reference);
    }
  }

  /** Gives all that is left of a hold back to the buckets it came from. */
  record ReleaseHold(PostingId id, HoldId hold, AgentId payer, @Nullable String reason)
      implements Posting {

    @Override
    public TransactionKind kind() {
      return TransactionKind.RELEASE;
    }

    @Override
    public @Nullable AgentId payee() {
      return null;
    }

    @Override
    public Note note() {
      return new Note(null, reason, Map.of());
    }
  }

  /**
   * Ends an order's hold: a part goes to the payee less the marketplace fee, the rest back.
   *
   * @param total the payee's part in all, with what {@link CaptureHold} has paid of it before
   * @param feeRate as the order pinned it
   */
  record SettleHold(
      PostingId id,
      HoldId hold,
      AgentId payer,
      AgentId payee,
      Credits total,
      FeeRate feeRate,
      String reference)
      implements Posting {

    public SettleHold {
      if (total.isNegative()) {
        throw new IllegalArgumentException("a negative amount: " + total);
      }
    }

    @Override
    public TransactionKind kind() {
      return TransactionKind.CAPTURE;
    }

    @Override
    public Note note() {
      return Note.reference(reference);
    }
  }

  /**
   * Redeems a conversion's hold for dollars that Stripe has transferred to the owner.
   *
   * @param gross worth the whole hold
   * @param fee of the gross, kept as revenue
   * @param net what was transferred: gross less fee
   */
  record CaptureConversion(
      PostingId id,
      HoldId hold,
      AgentId payer,
      Usd gross,
      Usd fee,
      FeeRate feeRate,
      Usd net,
      Note note)
      implements Posting {

    public CaptureConversion {
      if (!gross.isPositive() || fee.isNegative() || !net.plus(fee).equals(gross)) {
        throw new IllegalArgumentException("$%s less $%s is not $%s".formatted(gross, fee, net));
      }
    }

    @Override
    public TransactionKind kind() {
      return TransactionKind.CONVERSION;
    }

    @Override
    public @Nullable AgentId payee() {
      return null;
    }

    @Override
    public Credits amount() {
      return gross.atPar();
    }
  }

  private static void requirePositive(Credits amount) {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("not above zero: " + amount);
    }
  }
}
