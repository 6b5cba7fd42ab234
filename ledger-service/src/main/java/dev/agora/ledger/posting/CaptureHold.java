package dev.agora.ledger.posting;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.HoldId;
import dev.agora.money.Credits;
import dev.agora.money.FeeRate;

/**
 * Pays a part of an order's hold to its payee and keeps the rest held: a service that is sold by
 * the call is paid while it is used.
 *
 * <p>The fee is what all captures so far owe together, less what the earlier ones paid. So however
 * small the parts are, they pay what one payment of all would have.
 *
 * @param amount of the part, below what is left: a {@link Posting.SettleHold} ends the hold
 * @param feeRate as the seller's terms had it when the hold was placed
 */
public record CaptureHold(
    PostingId id,
    HoldId hold,
    AgentId payer,
    AgentId payee,
    Credits amount,
    FeeRate feeRate,
    String reference)
    implements Posting {

  public CaptureHold {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("not above zero: " + amount);
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
