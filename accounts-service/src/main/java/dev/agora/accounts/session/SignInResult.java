package dev.agora.accounts.session;

import dev.agora.accounts.credential.IssuedCredential;
import dev.agora.accounts.human.Human;
import dev.agora.accounts.passkey.SignOptions;
import java.time.Duration;
import java.time.Instant;

/** What came of signing in. */
sealed interface SignInResult {

  /** There is a new session. */
  record SignedIn(Human human, IssuedCredential session, Instant expiresAt)
      implements SignInResult {}

  /** The address or the password is wrong; nobody is told which. */
  record WrongCredentials() implements SignInResult {}

  /**
   * The password is right, but nobody proved yet that they read mail at the address. Outside it is
   * told as a wrong one.
   */
  record Unconfirmed() implements SignInResult {}

  /** The password is right, but this human wants more to be shown. */
  record SecondFactorNeeded(SignOptions options) implements SignInResult {}

  /** The passkey, or its challenge, is not good. */
  record WrongPasskey() implements SignInResult {}

  /** The recovery code is wrong or was used. */
  record WrongRecoveryCode() implements SignInResult {}

  /** Too many passwords were wrong; one may be tried after the pause. */
  record TooManyAttempts(Duration pause) implements SignInResult {}

  /** Too many passwords are being hashed. */
  record Busy() implements SignInResult {}
}
