package dev.agora.accounts.human;

/**
 * Mails to humans. Each is asked for with the current transaction and sent after it, at least once;
 * to an address that nobody has none is sent.
 */
public interface HumanMails {

  /** A code that proves that the human reads mail there. */
  void confirmAddress(String emailKey);

  /** A code that allows a new password. */
  void resetPassword(String emailKey);

  /** That somebody wanted to sign up with the address, which has an account. */
  void signUpTried(String emailKey);

  /** That the password was changed, in case it was somebody else. */
  void passwordChanged(String emailKey);

  /** That a passkey was added, in case it was somebody else. */
  void passkeyAdded(String emailKey);

  /** That a passkey was removed. */
  void passkeyRemoved(String emailKey);

  /** That a password is, or is not, enough from now on. */
  void secondFactorChanged(String emailKey);

  /** That there are new recovery codes, and the old ones are worth nothing. */
  void recoveryCodesMade(String emailKey);

  /** That a recovery code was used. */
  void recoveryCodeUsed(String emailKey);

  /** That the human's dollars go elsewhere from now on. */
  void payoutDestinationChanged(String emailKey);
}
