package dev.agora.billing;

import dev.agora.http.problem.ProblemCode;
import dev.agora.http.problem.ProblemTerms;

/** Why billing says no, in the order in which it is found out. */
public enum BillingProblem implements ProblemCode {
  PACKAGE_OR_AMOUNT(422, "Name either a package or an amount.", false),
  PACKAGE_UNKNOWN(422, "There is no such package.", false),
  AMOUNT_OUT_OF_RANGE(422, "The amount is too small or too large.", false),
  AGENT_UNKNOWN(404, "There is no such agent of yours.", false),
  AGENT_CLOSED(409, "The agent is closed.", false),
  PURCHASE_UNKNOWN(404, "There is no such purchase of yours.", false),
  REFUND_UNDER_WAY(409, "A refund of the purchase is under way.", false),
  ALREADY_REFUNDED(409, "The purchase was refunded already.", false),
  NOT_REFUNDABLE(409, "The purchase can not be refunded as it stands.", false),
  NOTHING_TO_REFUND(409, "Nothing of the purchase is left to be refunded.", false),
  REFUND_UNKNOWN(404, "There is no refund of that purchase.", false),
  DISPUTE_UNKNOWN(404, "There is no dispute of that purchase.", false),
  CONSENT_REQUIRED(422, "A card is saved only with consent.", false),
  TOO_MANY_CARDS(409, "You keep as many cards as you may.", false),
  PAYMENT_METHOD_UNKNOWN(404, "There is no such saved card of yours.", false),
  PAYMENT_METHOD_NOT_USABLE(422, "The saved card can not be charged.", false),
  CEILING_TOO_LOW(422, "The monthly ceiling is below one top-up.", false),
  AUTO_TOP_UP_UNKNOWN(404, "There is no automatic top-up of that agent.", false),
  RECEIPT_NOT_READY(409, "There is no receipt before the payment.", true),
  STRIPE_UNAVAILABLE(503, "The payment provider does not answer.", true);

  private final ProblemTerms terms;

  BillingProblem(int status, String title, boolean retryable) {
    this.terms = new ProblemTerms(status, title, retryable);
  }

  @Override
  public ProblemTerms terms() {
    return terms;
  }
}
