package dev.agora.ledger.posting;

import dev.agora.ledger.account.Bucket;
import dev.agora.ledger.account.PlatformAccount;
import dev.agora.money.Credits;
import java.math.BigInteger;

/**
 * The rules of settled orders that the seller gives back, as if the settlement had been of the rest
 * only (docs/adr/0010).
 */
final class OrderRefunds {

  private OrderRefunds() {}

  static Decision decide(LedgerState state, Reversal.RefundOrder refund) {
    Wallet seller = state.wallet(refund.payer()).orElse(null);
    Wallet buyer = state.wallet(refund.payee()).orElse(null);
    if (seller == null) {
      return Decision.refuse(Rejection.AGENT_UNKNOWN);
    }
    if (buyer == null) {
      return Decision.refuse(Rejection.PAYEE_UNKNOWN);
    }
    Hold hold = state.hold(refund.hold()).orElse(null);
    if (hold == null
        || hold.purpose() != HoldPurpose.ORDER
        || !refund.payer().equals(hold.payee())
        || !refund.payee().equals(hold.payer())) {
      return Decision.refuse(Rejection.HOLD_UNKNOWN);
    }
    Credits left = hold.captured().minus(hold.refunded());
    if (hold.status() != HoldStatus.CAPTURED || left.compareTo(refund.amount()) < 0) {
      return Decision.refuse(Rejection.HOLD_ENDED);
    }
    if (hold.paid().total().compareTo(hold.captured()) < 0) {
      // Paid in parts, call by call: no order that could be given back.
      return Decision.refuse(Rejection.HOLD_ENDED);
    }
    if (seller.status() == AgentStatus.CLOSED || buyer.status() == AgentStatus.CLOSED) {
      return Decision.refuse(Rejection.AGENT_CLOSED);
    }
    return pay(state, refund, seller, buyer, hold, left);
  }

  /**
   * The fee comes back with what the seller pays out of earned credits only. With bought ones it
   * would turn credits that never convert into earned ones without a fee.
   */
  private static Decision pay(
      LedgerState state,
      Reversal.RefundOrder refund,
      Wallet seller,
      Wallet buyer,
      Hold hold,
      Credits left) {
    Credits rest = left.minus(refund.amount());
    Credits share = refund.feeRate().of(left).minus(refund.feeRate().of(rest));
    Credits net = refund.amount().minus(share);
    Lots earned = seller.lots().onlyIn(Bucket.EARNED).first(net);
    Credits fee = partOf(share, earned.total(), net);
    Credits bought = net.plus(share).minus(fee).minus(earned.total());
    Lots others = seller.lots().minus(earned).first(bought);
    if (others.total().compareTo(bought) < 0) {
      Credits usable = seller.available();
      return new Decision.Refusal(
          Rejection.INSUFFICIENT_CREDITS,
          Transfers.shortfall(state, seller, bought.plus(earned.total()), usable));
    }
    Lots paid = hold.paid().first(left);
    Draft draft =
        new Draft(refund, refund.amount())
            .detail("fromSeller", earned.total().plus(others.total()).toString())
            .detail("feeReturned", fee.toString())
            .hold(hold.refundedMore(refund.amount()))
            .takeFrom(seller, earned)
            .takeFrom(seller, others)
            .move(PlatformAccount.FEES_MARKETPLACE, fee.negated());
    // What was spent last comes back first, as at a settlement of a part.
    Income.receive(draft, buyer, paid.minus(paid.first(rest)));
    return draft;
  }

  /** Rounded down. */
  private static Credits partOf(Credits whole, Credits part, Credits of) {
    return part.equals(of)
        ? whole
        : Credits.ofMicros(
            BigInteger.valueOf(whole.micros())
                .multiply(BigInteger.valueOf(part.micros()))
                .divide(BigInteger.valueOf(of.micros()))
                .longValueExact());
  }
}
