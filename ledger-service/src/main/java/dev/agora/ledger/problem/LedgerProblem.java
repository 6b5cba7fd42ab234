package dev.agora.ledger.problem;

import dev.agora.http.problem.ProblemCode;
import dev.agora.http.problem.ProblemTerms;

/** Why the ledger says no, in the order in which it is found out. */
public enum LedgerProblem implements ProblemCode {
  AGENT_NOT_FOUND(404, "There is no such agent.", false),
  HOLD_NOT_FOUND(404, "There is no such hold of yours.", false),
  HOLD_ENDED(409, "The hold has ended.", false),
  MORE_THAN_HELD(422, "It is more than is left of the hold.", false),
  TRANSFER_NOT_FOUND(404, "There is no such transfer of yours.", false),
  TRANSACTION_NOT_FOUND(404, "There is no such transaction of the agent.", false),
  SAME_AGENT(422, "An agent can not pay itself.", false),
  AGENT_CLOSED(409, "The agent is closed.", false),
  AGENT_NOT_EMPTY(409, "Something is left of the agent.", true),
  AGENT_FROZEN(403, "The agent is frozen.", false),
  REFERENCE_USED(409, "The reference was used before.", false),
  AMOUNT_TOO_SMALL(422, "The fee would take all of the amount.", false),
  COUNTERPARTY_NOT_ALLOWED(403, "The agent may not pay this counterparty.", false),
  LIMIT_EXCEEDED(403, "A limit of the agent's owner refuses it.", false),
  SECOND_OPERATOR_NEEDED(403, "Another operator must approve it.", false),
  NOT_ENOUGH_COLLECTED(409, "The platform has not as many credits to give.", true),
  NOT_REVERSIBLE(409, "The transaction can not be reversed.", false),
  ALREADY_REVERSED(409, "The transaction was reversed before.", false),
  WOULD_BE_INSOLVENT(409, "The platform would not be solvent after it.", true),
  BATCH_REJECTED(422, "Not all of the payments can be made, so none was.", false),
  INSUFFICIENT_CREDITS(402, "Not enough credits.", false),
  OUTCOME_UNKNOWN(503, "The answer did not arrive; it is not known what was done.", true),
  LEDGER_BUSY(503, "The ledger is busy; nothing was done.", true);

  private final ProblemTerms terms;

  LedgerProblem(int status, String title, boolean retryable) {
    this.terms = new ProblemTerms(status, title, retryable);
  }

  @Override
  public ProblemTerms terms() {
    return terms;
  }
}
