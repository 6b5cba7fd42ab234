package dev.agora.accounts.human;

import java.time.Duration;

/** What came of changing a password. */
sealed interface ChangePasswordResult {

  /** It is changed, and all other sessions are over. */
  record Changed() implements ChangePasswordResult {}

  /** The present password is another one. */
  record WrongPassword() implements ChangePasswordResult {}

  /** The new one is too easy to guess. */
  record TooWeak(PasswordRefusal refusal) implements ChangePasswordResult {}

  /** Too many passwords were wrong; one may be tried after the pause. */
  record TooManyAttempts(Duration pause) implements ChangePasswordResult {}

  /** Too many passwords are being hashed. */
  record Busy() implements ChangePasswordResult {}
}
