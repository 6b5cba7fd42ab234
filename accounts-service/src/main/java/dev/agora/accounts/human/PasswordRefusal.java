package dev.agora.accounts.human;

/** Why a password is not taken; its length is looked at before. */
public enum PasswordRefusal {
  /** Attackers try it first. */
  COMMON("is one of the passwords that attackers try first"),
  /** Whoever knows the person knows most of it. */
  PERSONAL("is little more than the e-mail address or the name");

  private final String clause;

  PasswordRefusal(String clause) {
    this.clause = clause;
  }

  /** What is wrong with the field, as problems say it. */
  public String clause() {
    return clause;
  }
}
