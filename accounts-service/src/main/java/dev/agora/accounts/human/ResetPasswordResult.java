package dev.agora.accounts.human;

/** What came of resetting a password. */
sealed interface ResetPasswordResult {

  /** There is a new password, and all sessions are over. */
  record Reset() implements ResetPasswordResult {}

  /** The code is wrong, was used, or is over. */
  record WrongCode() implements ResetPasswordResult {}

  /** The new password is too easy to guess. */
  record TooWeak(PasswordRefusal refusal) implements ResetPasswordResult {}

  /** Too many passwords are being hashed. */
  record Busy() implements ResetPasswordResult {}
}
