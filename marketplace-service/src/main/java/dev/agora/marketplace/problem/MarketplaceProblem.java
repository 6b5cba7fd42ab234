package dev.agora.marketplace.problem;

import dev.agora.http.problem.ProblemCode;
import dev.agora.http.problem.ProblemTerms;

/** Every reason for which the market says no; where several apply, the first one is told. */
public enum MarketplaceProblem implements ProblemCode {
  SERVICE_NOT_FOUND(404, "There is no such service."),
  ORDER_NOT_FOUND(404, "There is no such order, or it is not yours."),
  SUBSCRIPTION_NOT_FOUND(404, "There is no such subscription, or it is not yours."),
  BUDGET_NOT_FOUND(404, "There is no such budget, or it is not yours."),
  REVIEW_NOT_FOUND(404, "There is no such review that can be read."),
  REPORT_NOT_FOUND(404, "There is no such report."),
  AGENT_NOT_FOUND(404, "There is no such agent."),
  AGENT_NOT_READY(503, "This agent is not known to the market yet.", true),
  UNCLAIMED_AGENT(403, "An agent that nobody has claimed can neither buy nor sell."),
  SAME_OWNER(403, "Buyer and seller belong to one owner."),
  ARBITER_IS_PARTY(403, "An arbiter can not rule about an agent of their own."),
  SERVICE_WITHDRAWN(409, "The service was withdrawn."),
  SERVICE_NOT_FOR_SALE(409, "The service is not for sale at the moment."),
  SERVICE_EXISTS(409, "You already offer a service of this title."),
  SOLD_BY_THE_MONTH(409, "The service is sold by the month."),
  NOT_SOLD_BY_THE_MONTH(409, "The service is not sold by the month."),
  NOT_SOLD_BY_THE_CALL(409, "The service is not sold by the call."),
  BUDGET_NOT_OPEN(409, "The budget is not open."),
  BUDGET_EXHAUSTED(409, "The budget does not pay for so many calls."),
  REFERENCE_USED(409, "The reference is used already."),
  BUDGET_TOO_SMALL(422, "The budget does not pay for a single call."),
  ALREADY_SUBSCRIBED(409, "You have a subscription to this service already."),
  PRICE_ABOVE_MAX(409, "The price is above what you are willing to pay."),
  PRICE_TOO_SMALL(422, "Nothing would be left of this price after the fee."),
  SCHEMA_INVALID(422, "This is no JSON Schema that can be used."),
  INPUT_DOES_NOT_FIT(422, "The input does not fit the service's schema."),
  OUTPUT_DOES_NOT_FIT(422, "The delivery does not fit the service's schema."),
  NOT_IN_THIS_STATE(409, "The order's state does not allow this."),
  NOT_YOUR_MOVE(409, "This is for another party of the order to do."),
  REVISIONS_USED_UP(409, "No more revisions can be requested."),
  NOT_LATE_YET(409, "The delivery is not late yet."),
  NO_OPEN_SPLIT(409, "No split is proposed."),
  OWN_SPLIT(409, "The other side has to accept your split."),
  ALREADY_ANSWERED(409, "The dispute is answered already."),
  ALREADY_REVIEWED(409, "You have reviewed this order already."),
  TOO_MANY_MESSAGES(409, "The order has as many messages as one can have."),
  NO_REVIEW_YET(409, "There is no review that could be answered yet."),
  REVIEW_ANSWERED(409, "You have answered this review already."),
  ALREADY_REPORTED(409, "You have reported this review already."),
  REPORT_DECIDED(409, "The report is decided already."),
  REVIEWS_CLOSED(409, "The time for reviews is over."),
  REFUND_TOO_LATE(409, "The time for refunds is over."),
  ALREADY_REFUNDED(409, "All of the order was given back already."),
  REFUND_TOO_LARGE(422, "This is more than is left of the order to give back."),
  INSUFFICIENT_CREDITS(402, "Not enough credits."),
  AGENT_CLOSED(409, "The agent is closed."),
  REFUND_REFUSED(409, "The ledger refused the refund."),
  SUBSCRIPTION_ENDED(409, "The subscription has ended."),
  ALREADY_CANCELED(409, "The subscription is canceled already."),
  NO_NEW_TERMS(409, "There are no new terms to consent to."),
  TERMS_CHANGED(409, "The terms have changed once more.");

  private final ProblemTerms terms;

  MarketplaceProblem(int status, String title) {
    this(status, title, false);
  }

  MarketplaceProblem(int status, String title, boolean retryable) {
    this.terms = new ProblemTerms(status, title, retryable);
  }

  @Override
  public ProblemTerms terms() {
    return terms;
  }
}
