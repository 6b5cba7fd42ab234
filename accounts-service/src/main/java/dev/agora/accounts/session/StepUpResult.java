package dev.agora.accounts.session;

import java.time.Duration;
import java.time.Instant;

/** What came of showing once more who one is. */
sealed interface StepUpResult {

  /** The session is fresh since then. */
  record SteppedUp(Instant at) implements StepUpResult {}

  /** The password is another one. */
  record WrongPassword() implements StepUpResult {}

  /** The passkey, or its challenge, is not good. */
  record WrongPasskey() implements StepUpResult {}

  /** The recovery code is wrong or was used. */
  record WrongRecoveryCode() implements StepUpResult {}

  /** The password is right, but this human wants more to be shown. */
  record SecondFactorNeeded() implements StepUpResult {}

  /** Too many were wrong; one may be tried after the pause. */
  record TooManyAttempts(Duration pause) implements StepUpResult {}

  /** Too many passwords are being hashed. */
  record Busy() implements StepUpResult {}

  /** The session is over. */
  record NoSession() implements StepUpResult {}
}
