package dev.agora.payout;

import dev.agora.http.problem.ProblemCode;
import dev.agora.http.problem.ProblemTerms;

/** Why payout says no, in the order in which it is found out. */
public enum PayoutProblem implements ProblemCode {
  CREDITS_NOT_IN_TENTHS(422, "Credits are converted in multiples of 0.1."),
  CONVERSION_TOO_SMALL(422, "The amount is below the minimum."),
  AGENT_REQUIRED(422, "An owner names the agent."),
  AGENT_UNKNOWN(404, "There is no such agent of yours."),
  AGENT_UNCLAIMED(409, "Nobody has claimed the agent, so nobody can be paid."),
  AGENT_CLOSED(409, "The agent is closed."),
  QUOTE_NOT_VALID(422, "The quote is unknown, expired, or about something else."),
  PAYOUT_ACCOUNT_REQUIRED(409, "The owner has no payout account that can be paid."),
  PAYOUT_DESTINATION_RESTS(409, "The payout account was changed a short while ago."),
  CONVERSION_CAP_EXCEEDED(422, "The month's cap does not allow it."),
  AGENT_FROZEN(403, "The agent is frozen."),
  NOT_CONVERTIBLE(422, "Not that many credits are convertible now."),
  CONVERSION_UNKNOWN(404, "There is no such conversion of yours."),
  CONVERSION_NOT_WAITING(409, "The conversion does not wait for this decision."),
  TRANSFER_NOT_IN_DOUBT(409, "The transfer is not in doubt."),
  DOUBT_TOO_YOUNG(409, "The transfer may still be made."),
  RETURN_UNKNOWN(404, "There is no such returned transfer."),
  RETURN_NOT_WAITING(409, "The returned transfer does not wait for this decision."),
  SECOND_OPERATOR_NEEDED(403, "Another operator must approve it."),
  STRIPE_UNAVAILABLE(503, "The payment provider does not answer.", true);

  private final ProblemTerms terms;

  PayoutProblem(int status, String title) {
    this(status, title, false);
  }

  PayoutProblem(int status, String title, boolean retryable) {
    this.terms = new ProblemTerms(status, title, retryable);
  }

  @Override
  public ProblemTerms terms() {
    return terms;
  }
}
