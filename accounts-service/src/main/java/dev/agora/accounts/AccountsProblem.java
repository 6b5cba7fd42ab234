package dev.agora.accounts;

import dev.agora.http.problem.ProblemCode;
import dev.agora.http.problem.ProblemTerms;

/** Why this service says no; in order of precedence. */
public enum AccountsProblem implements ProblemCode {
  WRONG_CREDENTIALS(
      401, "The e-mail address or the password is wrong, or the address not confirmed.", false),
  SECOND_FACTOR_REQUIRED(403, "The password is right, and not enough.", false),
  SECOND_OPERATOR_NEEDED(403, "Another operator must approve it.", false),
  OWNS_AGENTS(409, "The human owns agents that are not closed.", false),
  LAST_OPERATOR(409, "The human is the only operator.", false),
  IS_OWNER(409, "The agent's owner can not be unlinked.", false),
  PASSKEY_NEEDED(409, "There is no passkey to be shown beside the password.", false),
  TOO_MANY_PASSKEYS(409, "The human has as many passkeys as one may have.", false),
  TOO_MANY_KEYS(409, "The agent has as many keys as it may have.", false),
  TOO_MANY_AGENTS(409, "The human has as many agents as one may have.", false),
  TOO_MANY_ALERT_RULES(409, "The human has as many alert rules as one may have.", false),
  ALERT_RULE_EXISTS(409, "The human has another alert rule that says the same.", false),
  WRONG_PASSWORD(422, "The present password is another one.", false),
  PASSWORD_TOO_WEAK(422, "The password is too easy to guess.", false),
  WRONG_PASSKEY(422, "The passkey was not accepted.", false),
  WRONG_RECOVERY_CODE(422, "The recovery code is wrong or was used.", false),
  WRONG_CODE(422, "The code is wrong, was used, or is over.", false),
  WRONG_CLAIM_CODE(422, "The claim code is wrong or was used.", false),
  TOO_MANY_ATTEMPTS(429, "Too many wrong passwords; nothing was looked at.", true),
  TOO_MANY_TEST_ALERTS(429, "Too many test alerts; nothing was sent.", true),
  BUSY(503, "Too many sign-ins at once; nothing was done.", true);

  private final ProblemTerms terms;

  AccountsProblem(int status, String title, boolean retryable) {
    this.terms = new ProblemTerms(status, title, retryable);
  }

  @Override
  public ProblemTerms terms() {
    return terms;
  }
}
