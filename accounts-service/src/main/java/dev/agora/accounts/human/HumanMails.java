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

  /** That the password was changed, in case it was somebody else. */
  void passwordChanged(String emailKey);
}
