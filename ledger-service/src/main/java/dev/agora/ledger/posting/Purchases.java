package dev.agora.ledger.posting;

import dev.agora.ledger.account.Bucket;
import dev.agora.ledger.account.PlatformAccount;
import dev.agora.money.Credits;
import dev.agora.money.Usd;
import java.util.List;
import java.util.stream.Stream;

/** The rules of credits bought with dollars, and of dollars that went back instead. */
final class Purchases {

  private Purchases() {}

  static Decision decide(LedgerState state, Posting.Purchase purchase) {
    Wallet buyer = state.wallet(purchase.payee()).orElse(null);
    if (buyer == null) {
      return Decision.refuse(Rejection.AGENT_UNKNOWN);
    }
    if (buyer.status() == AgentStatus.CLOSED) {
      return Decision.refuse(Rejection.AGENT_CLOSED);
    }
    Usd worth = purchase.amount().atPar();
    Draft draft =
        new Draft(purchase, purchase.amount())
            .fee(Fee.of(purchase.fee(), purchase.feeRate()))
            .move(PlatformAccount.ISSUANCE, purchase.amount().negated())
            .move(PlatformAccount.STRIPE_CLEARING, purchase.price().plus(purchase.tax()))
            .move(PlatformAccount.TAX_LIABILITY, purchase.tax().negated())
            .move(PlatformAccount.CREDIT_LIABILITY, worth.negated())
            .move(PlatformAccount.PROMOTIONS, worth.plus(purchase.fee()).minus(purchase.price()))
            .move(PlatformAccount.REVENUE_PURCHASE_FEE, purchase.fee().negated());
    long number = state.nextNumber();
    draft.purchase(
        new PurchaseLot(
            purchase.purchaseId(), buyer.agent(), number, purchase.amount(), Credits.ZERO, false));
    Income.receive(draft, buyer, lotsOf(purchase, number));
    return payStripe(draft, purchase.stripeFee());
  }

  static Decision decide(Posting.RefundedCharge charge) {
    Draft draft =
        new Draft(charge, charge.amount())
            .move(PlatformAccount.STRIPE_CLEARING, charge.price())
            .move(PlatformAccount.STRIPE_CLEARING, charge.price().negated());
    return payStripe(draft, charge.stripeFee());
  }

  private static Draft payStripe(Draft draft, Usd stripeFee) {
    return draft
        .move(PlatformAccount.STRIPE_CLEARING, stripeFee.negated())
        .move(PlatformAccount.STRIPE_FEES, stripeFee);
  }

  /** The purchase is one lot in two buckets, numbered as its transaction. */
  private static Lots lotsOf(Posting.Purchase purchase, long number) {
    List<Piece> pieces =
        Stream.of(
                Lots.of(new Lot(Bucket.PROMOTIONAL, number), purchase.bonus()),
                Lots.of(new Lot(Bucket.PURCHASED, number), purchase.base()))
            .flatMap(lots -> lots.pieces().stream())
            .toList();
    return Lots.of(pieces);
  }
}
