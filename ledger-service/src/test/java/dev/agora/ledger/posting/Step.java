package dev.agora.ledger.posting;

import dev.agora.money.Credits;

/** One step of a run; its numbers are taken modulo what there is. */
record Step(Verb verb, int first, int second, long micros) {

  /**
   * What a step does. Each posting that there is belongs to a verb; {@link EveryPostingTest} counts
   * them.
   *
   * <table>
   *   <caption>Verbs and their postings</caption>
   *   <tr><th>verb</th><th>posting</th></tr>
   *   <tr><td>BUY, CHARGE_BACK</td><td>Purchase, RefundedCharge</td></tr>
   *   <tr><td>PAY, PAY_MANY, PAY_ALL_OR_NONE</td><td>Transfer, alone or several at once</td></tr>
   *   <tr><td>SPEND</td><td>Spend</td></tr>
   *   <tr><td>ORDER, USE, SETTLE, RELEASE, GIVE_BACK</td>
   *     <td>PlaceHold, CaptureHold, SettleHold, ReleaseHold, RefundOrder</td></tr>
   *   <tr><td>RESERVE, CONVERT, RELEASE</td>
   *     <td>PlaceHold, CaptureConversion, ReleaseHold</td></tr>
   *   <tr><td>SET_ASIDE, CAPTURE, CAPTURE_ALL, LET_GO</td>
   *     <td>PlainHold.Place, PlainHold.Capture, PlainHold.Release</td></tr>
   *   <tr><td>EXPIRE, WAIT</td><td>PlainHold.Expire, too early and in time</td></tr>
   *   <tr><td>RESERVE_REFUND, CAPTURE_REFUND, RELEASE</td>
   *     <td>ReserveRefund, CaptureRefund, ReleaseHold</td></tr>
   *   <tr><td>WARN</td><td>ReserveRefund and at once CaptureRefund, or ReleaseHold</td></tr>
   *   <tr><td>DISPUTE, WIN, LOSE</td><td>FreezeDispute, CloseDispute</td></tr>
   *   <tr><td>FREEZE_FUNDED, THAW_FUNDED</td><td>Funded.Freeze, Funded.Thaw</td></tr>
   *   <tr><td>FUND, REWARD, CLOSE_FEES, GRANT, CHARGE</td>
   *     <td>FundRewards, Reward, CloseFees, Grant, Charge</td></tr>
   *   <tr><td>REVERSE</td><td>Reverse, of any earlier one</td></tr>
   *   <tr><td>BOOK_RETURN, RESTORE, KEEP</td>
   *     <td>Book, Restore, Keep, of conversions that came back</td></tr>
   *   <tr><td>REPEAT, REUSE_ID</td><td>any earlier one, the same and changed</td></tr>
   *   <tr><td>WAIT, LIMIT, FREEZE, UNFREEZE, CLOSE, CLAIM</td>
   *     <td>none: what happens beside the postings</td></tr>
   * </table>
   */
  enum Verb {
    BUY,
    CHARGE_BACK,
    PAY,
    PAY_MANY,
    PAY_ALL_OR_NONE,
    SPEND,
    ORDER,
    USE,
    SETTLE,
    RELEASE,
    GIVE_BACK,
    RESERVE,
    CONVERT,
    SET_ASIDE,
    CAPTURE,
    CAPTURE_ALL,
    LET_GO,
    EXPIRE,
    RESERVE_REFUND,
    CAPTURE_REFUND,
    WARN,
    DISPUTE,
    WIN,
    LOSE,
    FREEZE_FUNDED,
    THAW_FUNDED,
    FUND,
    REWARD,
    CLOSE_FEES,
    GRANT,
    CHARGE,
    REVERSE,
    BOOK_RETURN,
    RESTORE,
    KEEP,
    REPEAT,
    REUSE_ID,
    WAIT,
    LIMIT,
    FREEZE,
    UNFREEZE,
    CLOSE,
    CLAIM
  }

  Credits amount() {
    return Credits.ofMicros(micros);
  }

  /** The amount as a conversion has it: rounded up to 0.1 credit. */
  Credits wholeCents() {
    return Credits.ofMicros(
        Math.ceilDiv(micros, Credits.MICROS_PER_CENT) * Credits.MICROS_PER_CENT);
  }
}
