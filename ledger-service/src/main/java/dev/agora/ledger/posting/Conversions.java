package dev.agora.ledger.posting;

import dev.agora.ledger.account.PlatformAccount;

/** The rules of earned credits that become dollars on their owner's account. */
final class Conversions {

  private Conversions() {}

  static Decision decide(LedgerState state, Posting.CaptureConversion capture) {
    Hold hold = state.hold(capture.hold()).orElse(null);
    if (hold == null
        || hold.purpose() != HoldPurpose.CONVERSION
        || !hold.payer().equals(capture.payer())) {
      return Decision.refuse(Rejection.HOLD_UNKNOWN);
    }
    if (hold.status() != HoldStatus.HELD) {
      return Decision.refuse(Rejection.HOLD_ENDED);
    }
    if (!hold.lots().total().equals(capture.amount())) {
      throw new IllegalArgumentException(
          "a conversion of %s out of a hold of %s"
              .formatted(capture.amount(), hold.lots().total()));
    }
    return new Draft(capture, capture.amount())
        .fee(Fee.of(capture.fee(), capture.feeRate()))
        .hold(hold.ended(HoldStatus.CAPTURED, capture.amount()))
        .takeFrom(hold, hold.lots())
        .move(PlatformAccount.REDEMPTION, capture.amount())
        .move(PlatformAccount.CREDIT_LIABILITY, capture.gross())
        .move(PlatformAccount.PAYOUTS_CLEARING, capture.net().negated())
        .move(PlatformAccount.REVENUE_CONVERSION_FEE, capture.fee().negated())
        .move(PlatformAccount.PAYOUTS_CLEARING, capture.net())
        .move(PlatformAccount.STRIPE_CLEARING, capture.net().negated());
  }
}
