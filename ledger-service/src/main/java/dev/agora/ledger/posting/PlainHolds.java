package dev.agora.ledger.posting;

import dev.agora.ledger.account.PlatformAccount;
import dev.agora.money.Credits;
import org.jspecify.annotations.Nullable;

/** The rules of payments to come. */
final class PlainHolds {

  private PlainHolds() {}

  static Decision decide(LedgerState state, PlainHold.Place place) {
    // The same checks as for a payment, with the fee that its capture would take.
    Decision refusal =
        Transfers.refusal(
            state,
            new Posting.Transfer(
                place.id(),
                place.payer(),
                place.payee(),
                place.amount(),
                place.feeRate(),
                Note.NONE));
    if (refusal != null) {
      return refusal;
    }
    if (isReferenceUsed(state, place)) {
      return Decision.refuse(Rejection.REFERENCE_USED);
    }
    Wallet payer = state.wallet(place.payer()).orElseThrow();
    Lots taken = payer.lots().first(place.amount());
    Hold hold =
        Hold.placed(
            place.hold(),
            HoldPurpose.PAYMENT,
            place.payer(),
            place.payee(),
            place.amount(),
            place.note().reference(),
            state.at().plus(place.expiresIn()));
    return new Draft(place, place.amount())
        .hold(hold)
        .spend(payer)
        .takeFrom(payer, taken)
        .putInto(hold, taken);
  }

  static Decision decide(LedgerState state, PlainHold.Capture capture) {
    Hold hold = open(state, capture);
    if (hold == null) {
      return Decision.refuse(Rejection.HOLD_UNKNOWN);
    }
    if (hold.status() != HoldStatus.HELD || hold.isDueAt(state.at())) {
      return Decision.refuse(Rejection.HOLD_ENDED);
    }
    Credits left = hold.lots().total();
    Credits wanted = capture.part();
    Credits part = wanted == null ? left : wanted;
    if (part.compareTo(left) > 0) {
      return Decision.refuse(Rejection.MORE_THAN_HELD);
    }
    Credits fee = capture.feeRate().of(part);
    if (fee.equals(part)) {
      return Decision.refuse(Rejection.NET_IS_ZERO);
    }
    Lots taken = hold.lots().first(part);
    Draft draft =
        new Draft(capture, part)
            .fee(Fee.of(fee, capture.feeRate()))
            .hold(hold.capturedMore(part))
            .takeFrom(hold, taken);
    // What the payee gets is no matter of the payer's status any more: it was promised.
    Income.pay(
        state,
        draft,
        state.wallet(hold.payer()).orElseThrow(),
        state.wallet(capture.payee()).orElseThrow(),
        taken.minus(taken.first(fee)));
    return draft.move(PlatformAccount.FEES_TRANSFER, fee);
  }

  static Decision decide(LedgerState state, PlainHold.Release release) {
    Hold hold = open(state, release);
    if (hold == null) {
      return Decision.refuse(Rejection.HOLD_UNKNOWN);
    }
    if (hold.status() != HoldStatus.HELD || hold.isDueAt(state.at())) {
      return Decision.refuse(Rejection.HOLD_ENDED);
    }
    return giveBack(state, release, hold, HoldStatus.RELEASED);
  }

  static Decision decide(LedgerState state, PlainHold.Expire expire) {
    Hold hold = state.hold(expire.hold()).orElse(null);
    if (hold == null || !hold.isDueAt(state.at())) {
      return Decision.refuse(Rejection.HOLD_UNKNOWN);
    }
    return giveBack(state, expire, hold, HoldStatus.EXPIRED);
  }

  private static Draft giveBack(LedgerState state, PlainHold posting, Hold hold, HoldStatus end) {
    return new Draft(posting, hold.lots().total())
        .hold(hold.ended(end, hold.captured()))
        .takeFrom(hold, hold.lots())
        .putInto(state.wallet(hold.payer()).orElseThrow(), hold.lots());
  }

  private static @Nullable Hold open(LedgerState state, PlainHold posting) {
    Hold hold = state.hold(posting.hold()).orElse(null);
    return hold == null
            || hold.purpose() != HoldPurpose.PAYMENT
            || !hold.payer().equals(posting.payer())
            || hold.payee() == null
            || !hold.payee().equals(posting.payee())
        ? null
        : hold;
  }

  private static boolean isReferenceUsed(LedgerState state, PlainHold.Place place) {
    String reference = place.note().reference();
    return reference != null
        && state.isUsed(new UsedReference(place.payer(), place.kind(), place.payee(), reference));
  }
}
