package dev.agora.ledger.posting;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.HoldId;
import dev.agora.money.Credits;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Credits set aside out of one agent's buckets.
 *
 * @param payee null for a conversion
 * @param amount when placed
 * @param captured of it, paid or redeemed
 * @param refunded of what was captured, given back by the payee
 * @param lots what is still set aside
 * @param paid what the settlement captured of an order, by lot; loaded only where a posting asks
 *     for it
 * @param reference what it is for, such as an order's id
 * @param expiresAt when it ends by itself; null if never
 */
public record Hold(
    HoldId id,
    HoldPurpose purpose,
    AgentId payer,
    @Nullable AgentId payee,
    Credits amount,
    Credits captured,
    Credits refunded,
    Lots lots,
    Lots paid,
    HoldStatus status,
    @Nullable String reference,
    @Nullable Instant expiresAt) {

  static Hold placed(
      HoldId id,
      HoldPurpose purpose,
      AgentId payer,
      @Nullable AgentId payee,
      Credits amount,
      String reference) {
    return placed(id, purpose, payer, payee, amount, reference, null);
  }

  static Hold placed(
      HoldId id,
      HoldPurpose purpose,
      AgentId payer,
      @Nullable AgentId payee,
      Credits amount,
      @Nullable String reference,
      @Nullable Instant expiresAt) {
    return new Hold(
        id,
        purpose,
        payer,
        payee,
        amount,
        Credits.ZERO,
        Credits.ZERO,
        Lots.NONE,
        Lots.NONE,
        HoldStatus.HELD,
        reference,
        expiresAt);
  }

  Hold withLots(Lots changed) {
    return with(captured, refunded, changed, paid, status);
  }

  Hold ended(HoldStatus end, Credits capturedAmount) {
    return with(capturedAmount, refunded, lots, paid, end);
  }

  /** With a part paid to the payee; ended if that leaves nothing. */
  Hold capturedMore(Credits part) {
    boolean all = part.equals(lots.total());
    return with(
        captured.plus(part), refunded, lots, paid, all ? HoldStatus.CAPTURED : HoldStatus.HELD);
  }

  /** Whether it ends by itself at that instant or before. */
  public boolean isDueAt(Instant instant) {
    return status == HoldStatus.HELD && expiresAt != null && !expiresAt.isAfter(instant);
  }

  /** Ended with those lots paid to the payee, fee included, on top of what was captured before. */
  Hold settled(Lots toPayee) {
    Credits all = captured.plus(toPayee.total());
    HoldStatus end = all.isZero() ? HoldStatus.RELEASED : HoldStatus.CAPTURED;
    return with(all, refunded, lots, toPayee, end);
  }

  Hold refundedMore(Credits more) {
    return with(captured, refunded.plus(more), lots, paid, status);
  }

  private Hold with(
      Credits nowCaptured, Credits nowRefunded, Lots nowLots, Lots nowPaid, HoldStatus nowStatus) {
    return new Hold(
        id,
        purpose,
        payer,
        payee,
        amount,
        nowCaptured,
        nowRefunded,
        nowLots,
        nowPaid,
        nowStatus,
        reference,
        expiresAt);
  }
}
