package dev.agora.ledger.posting;

import dev.agora.ledger.account.PlatformAccount;
import dev.agora.money.Credits;
import dev.agora.money.Usd;
import org.jspecify.annotations.Nullable;

/** The rules of purchases whose price goes back to the card. */
final class Refunds {

  private Refunds() {}

  static Decision decide(LedgerState state, Reversal.ReserveRefund reserve) {
    Wallet buyer = state.wallet(reserve.payer()).orElse(null);
    if (buyer == null) {
      return Decision.refuse(Rejection.AGENT_UNKNOWN);
    }
    if (buyer.status() == AgentStatus.CLOSED) {
      return Decision.refuse(Rejection.AGENT_CLOSED);
    }
    PurchaseLot purchase = purchaseOf(state, reserve);
    if (purchase == null) {
      return Decision.refuse(Rejection.PURCHASE_UNKNOWN);
    }
    Lots left = purchase.leftIn(buyer);
    Credits used = purchase.issued().minus(left.total());
    Usd refund = refundable(reserve.price(), used);
    if (purchase.isUndone() || !refund.isPositive()) {
      return new Decision.Refusal(Rejection.NOTHING_TO_REFUND, new Grounds.UsedUp(used));
    }
    // Less than 0.1 credit may stay: what is redeemed is worth whole cents.
    Lots taken = left.first(wholeCentsOf(left.total()));
    Hold hold = placed(reserve, taken.total());
    return new Draft(reserve, taken.total())
        .detail("usedCredits", used.toString())
        .detail("refundUsd", refund.toString())
        .hold(hold)
        .takeFrom(buyer, taken)
        .putInto(hold, taken);
  }

  static Decision decide(LedgerState state, Reversal.CaptureRefund capture) {
    PurchaseLot purchase = purchaseOf(state, capture);
    if (purchase == null) {
      return Decision.refuse(Rejection.PURCHASE_UNKNOWN);
    }
    Hold hold = state.hold(capture.hold()).orElse(null);
    if (hold == null
        || hold.purpose() != HoldPurpose.REFUND
        || !hold.payer().equals(capture.payer())) {
      return Decision.refuse(Rejection.HOLD_UNKNOWN);
    }
    if (hold.status() != HoldStatus.HELD) {
      return Decision.refuse(Rejection.HOLD_ENDED);
    }
    Credits taken = hold.lots().total();
    Usd refund = capture.refund();
    if (!refund.isPositive() || refund.compareTo(taken.atPar()) > 0) {
      throw new IllegalArgumentException("$%s for %s credits".formatted(refund, taken));
    }
    Draft draft =
        new Draft(capture, taken)
            .hold(hold.ended(HoldStatus.CAPTURED, taken))
            .purchase(purchase.less(taken))
            .takeFrom(hold, hold.lots());
    return giveBackTax(
        giveBack(draft, taken, refund, capture.terms().feeOf(refund)), capture.tax());
  }

  /**
   * Credits go out of existence, and the dollars that they brought back to where they came from.
   */
  static Draft giveBack(Draft draft, Credits credits, Usd refund, Usd fee) {
    Usd worth = credits.atPar();
    return draft
        .move(PlatformAccount.ISSUANCE, credits)
        .move(PlatformAccount.CREDIT_LIABILITY, worth)
        .move(PlatformAccount.STRIPE_CLEARING, refund.negated())
        .move(PlatformAccount.PROMOTIONS, refund.minus(worth).minus(fee))
        .move(PlatformAccount.REVENUE_PURCHASE_FEE, fee);
  }

  /** Tax that went back with a price is no longer owed to the state. */
  static Draft giveBackTax(Draft draft, Usd tax) {
    return draft
        .move(PlatformAccount.STRIPE_CLEARING, tax.negated())
        .move(PlatformAccount.TAX_LIABILITY, tax);
  }

  /** The purchase, if it was that agent's. */
  static @Nullable PurchaseLot purchaseOf(LedgerState state, Reversal reversal) {
    PurchaseLot purchase = state.purchase(reversal.purchase());
    return purchase == null || !purchase.buyer().equals(reversal.payer()) ? null : purchase;
  }

  private static Credits wholeCentsOf(Credits amount) {
    return Credits.ofMicros(amount.micros() - amount.micros() % Credits.MICROS_PER_CENT);
  }

  private static Usd refundable(Usd price, Credits used) {
    Usd kept = Usd.ofCents(Math.ceilDiv(used.micros(), Credits.MICROS_PER_CENT));
    return kept.compareTo(price) >= 0 ? Usd.ZERO : price.minus(kept);
  }

  private static Hold placed(Reversal.ReserveRefund reserve, Credits amount) {
    return Hold.placed(
        reserve.hold(), HoldPurpose.REFUND, reserve.payer(), null, amount, reserve.reference());
  }
}
