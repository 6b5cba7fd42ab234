package dev.agora.ledger.posting;

import dev.agora.ledger.account.HoldId;
import org.jspecify.annotations.Nullable;

/**
 * The one place that decides where money moves.
 *
 * <p>A function without side effects: the same state and posting give the same outcome, and the
 * state changes only when the caller has it {@link LedgerState#take} an accepted outcome.
 */
public final class Ledger {

  private Ledger() {}

  /**
   * What becomes of a posting in that state.
   *
   * @throws IllegalArgumentException if the posting contradicts the hold that it names: a bug of
   *     whoever made it
   */
  public static Outcome apply(LedgerState state, Posting posting) {
    EarlierTransaction earlier = state.posted(posting.id());
    if (earlier != null) {
      Hold hold = holdOf(state, posting);
      return earlier.isWhat(posting) && isEndOf(hold, posting)
          ? new Outcome.AlreadyPosted(earlier.transaction(), hold)
          : new Outcome.IdReusedWithOtherContent(earlier.transaction());
    }
    return switch (decide(state, posting)) {
      case Draft draft -> Stamp.accept(state, draft);
      case Decision.Refusal(Rejection reason, var grounds) -> new Outcome.Rejected(reason, grounds);
    };
  }

  /** What a settlement came to is in the hold; its transaction has only what was left to pay. */
  private static boolean isEndOf(@Nullable Hold hold, Posting posting) {
    return !(posting instanceof Posting.SettleHold settle)
        || (hold != null && hold.captured().equals(settle.total()));
  }

  private static @Nullable Hold holdOf(LedgerState state, Posting posting) {
    HoldId hold = posting.hold();
    return hold == null ? null : state.hold(hold).orElse(null);
  }

  private static Decision decide(LedgerState state, Posting posting) {
    return switch (posting) {
      case Posting.Transfer transfer -> Transfers.decide(state, transfer);
      case Posting.Purchase purchase -> Purchases.decide(state, purchase);
      case Posting.RefundedCharge charge -> Purchases.decide(charge);
      case Posting.PlaceHold place -> Holds.decide(state, place);
      case Posting.ReleaseHold release -> Holds.decide(state, release);
      case Posting.SettleHold settle -> Holds.decide(state, settle);
      case CaptureHold capture -> Holds.decide(state, capture);
      case Posting.CaptureConversion capture -> Conversions.decide(state, capture);
      case Operation operation -> Operations.decide(state, operation);
      case Spend spend -> Spend.decide(state, spend);
      case PlainHold.Place place -> PlainHolds.decide(state, place);
      case PlainHold.Capture capture -> PlainHolds.decide(state, capture);
      case PlainHold.Release release -> PlainHolds.decide(state, release);
      case PlainHold.Expire expire -> PlainHolds.decide(state, expire);
      case Reversal.ReserveRefund reserve -> Refunds.decide(state, reserve);
      case Reversal.CaptureRefund capture -> Refunds.decide(state, capture);
      case Reversal.FreezeDispute freeze -> Disputes.decide(state, freeze);
      case Reversal.CloseDispute close -> Disputes.decide(state, close);
      case Reversal.RefundOrder refund -> OrderRefunds.decide(state, refund);
      case Funded.Freeze freeze -> Fundings.decide(state, freeze);
      case Funded.Thaw thaw -> Fundings.decide(state, thaw);
      case Returned returned -> Returns.decide(state, returned);
    };
  }
}
