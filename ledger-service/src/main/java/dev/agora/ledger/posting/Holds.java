package dev.agora.ledger.posting;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.HoldId;
import dev.agora.ledger.account.PlatformAccount;
import dev.agora.money.Credits;
import dev.agora.money.FeeRate;
import org.jspecify.annotations.Nullable;

/** The rules of setting credits aside, giving them back, and paying them out to a seller. */
final class Holds {

  private Holds() {}

  static Decision decide(LedgerState state, Posting.PlaceHold place) {
    AgentId payeeId = place.payee();
    Wallet payer = state.wallet(place.payer()).orElse(null);
    Wallet payee = payeeId == null ? null : state.wallet(payeeId).orElse(null);
    if (payer == null) {
      return Decision.refuse(Rejection.AGENT_UNKNOWN);
    }
    if (payeeId != null && payee == null) {
      return Decision.refuse(Rejection.PAYEE_UNKNOWN);
    }
    Rejection unfit = unfitParties(payer, payee);
    if (unfit != null) {
      return Decision.refuse(unfit);
    }
    if (payeeId != null) {
      Decision refusal = Spending.refusal(state, payer, payeeId, place.amount());
      if (refusal != null) {
        return refusal;
      }
    }
    return place(state, place, payer);
  }

  private static Decision place(LedgerState state, Posting.PlaceHold place, Wallet payer) {
    Lots usable =
        place.purpose() == HoldPurpose.CONVERSION
            ? payer.lots().onlyConvertibleAt(state.at())
            : payer.lots();
    if (usable.total().compareTo(place.amount()) < 0) {
      return new Decision.Refusal(
          place.purpose() == HoldPurpose.CONVERSION
              ? Rejection.NOT_CONVERTIBLE
              : Rejection.INSUFFICIENT_CREDITS,
          Transfers.shortfall(state, payer, place.amount(), usable.total()));
    }
    Lots taken = usable.first(place.amount());
    Hold hold =
        Hold.placed(
            place.hold(),
            place.purpose(),
            place.payer(),
            place.payee(),
            place.amount(),
            place.reference());
    Draft draft = new Draft(place, place.amount()).hold(hold);
    return (place.payee() == null ? draft : draft.spend(payer))
        .takeFrom(payer, taken)
        .putInto(hold, taken);
  }

  static Decision decide(LedgerState state, Posting.ReleaseHold release) {
    Hold hold = state.hold(release.hold()).orElse(null);
    if (hold == null
        || hold.purpose() == HoldPurpose.PAYMENT
        || !hold.payer().equals(release.payer())) {
      return Decision.refuse(Rejection.HOLD_UNKNOWN);
    }
    if (hold.status() != HoldStatus.HELD) {
      return Decision.refuse(Rejection.HOLD_ENDED);
    }
    Lots all = hold.lots();
    return new Draft(release, all.total())
        .hold(hold.ended(HoldStatus.RELEASED, hold.captured()))
        .takeFrom(hold, all)
        .putInto(state.wallet(hold.payer()).orElseThrow(), all);
  }

  static Decision decide(LedgerState state, Posting.SettleHold settle) {
    Hold hold = ofOrder(state, settle);
    if (hold == null) {
      return Decision.refuse(Rejection.HOLD_UNKNOWN);
    }
    Credits part = settle.total().minus(hold.captured());
    if (hold.status() != HoldStatus.HELD
        || part.isNegative()
        || hold.lots().total().compareTo(part) < 0) {
      return Decision.refuse(Rejection.HOLD_ENDED);
    }
    Wallet payer = state.wallet(hold.payer()).orElseThrow();
    Wallet payee = state.wallet(settle.payee()).orElseThrow();
    Credits fee = feeOfNext(hold, part, settle.feeRate());
    Lots captured = hold.lots().first(part);
    Draft draft =
        new Draft(settle, part)
            .fee(Fee.of(fee, settle.feeRate()))
            .hold(hold.settled(captured))
            .takeFrom(hold, hold.lots())
            .putInto(payer, hold.lots().minus(captured));
    // What the payee gets is no matter of status any more: it was promised when the hold was
    // placed.
    Income.pay(state, draft, payer, payee, captured.minus(captured.first(fee)));
    return draft.move(PlatformAccount.FEES_MARKETPLACE, fee);
  }

  static Decision decide(LedgerState state, CaptureHold capture) {
    Hold hold = ofOrder(state, capture);
    if (hold == null) {
      return Decision.refuse(Rejection.HOLD_UNKNOWN);
    }
    if (hold.status() != HoldStatus.HELD) {
      return Decision.refuse(Rejection.HOLD_ENDED);
    }
    if (hold.lots().total().compareTo(capture.amount()) <= 0) {
      return Decision.refuse(Rejection.MORE_THAN_HELD);
    }
    Credits fee = feeOfNext(hold, capture.amount(), capture.feeRate());
    if (fee.equals(capture.amount())) {
      return Decision.refuse(Rejection.NET_IS_ZERO);
    }
    Lots taken = hold.lots().first(capture.amount());
    Draft draft =
        new Draft(capture, capture.amount())
            .fee(Fee.of(fee, capture.feeRate()))
            .hold(hold.capturedMore(capture.amount()))
            .takeFrom(hold, taken);
    Wallet payer = state.wallet(hold.payer()).orElseThrow();
    Wallet payee = state.wallet(capture.payee()).orElseThrow();
    Income.pay(state, draft, payer, payee, taken.minus(taken.first(fee)));
    return draft.move(PlatformAccount.FEES_MARKETPLACE, fee);
  }

  /** What a further part owes, so that all parts together owe what one of their sum would. */
  private static Credits feeOfNext(Hold hold, Credits part, FeeRate rate) {
    return rate.of(hold.captured().plus(part)).minus(rate.of(hold.captured()));
  }

  /** The hold of an order that such a posting may pay out; null if there is none. */
  private static @Nullable Hold ofOrder(LedgerState state, Posting paying) {
    HoldId id = paying.hold();
    Hold hold = id == null ? null : state.hold(id).orElse(null);
    return hold == null
            || hold.purpose() != HoldPurpose.ORDER
            || !hold.payer().equals(paying.payer())
            || hold.payee() == null
            || !hold.payee().equals(paying.payee())
        ? null
        : hold;
  }

  private static @Nullable Rejection unfitParties(Wallet payer, @Nullable Wallet payee) {
    if (payee != null && payer.agent().equals(payee.agent())) {
      return Rejection.SAME_AGENT;
    }
    if (payer.status() == AgentStatus.CLOSED
        || (payee != null && payee.status() == AgentStatus.CLOSED)) {
      return Rejection.AGENT_CLOSED;
    }
    if (payer.status() == AgentStatus.FROZEN) {
      return Rejection.AGENT_FROZEN;
    }
    if (payer.owner() == null || (payee != null && payee.owner() == null)) {
      return Rejection.UNCLAIMED_AGENT;
    }
    return payee != null && !payer.isOfOtherOwnerThan(payee) ? Rejection.SAME_OWNER : null;
  }
}
