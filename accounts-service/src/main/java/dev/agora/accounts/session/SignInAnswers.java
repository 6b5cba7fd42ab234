package dev.agora.accounts.session;

import dev.agora.accounts.AccountsProblem;
import dev.agora.accounts.attempt.RetryLater;
import dev.agora.accounts.credential.IssuedCredential;
import dev.agora.accounts.human.Human;
import dev.agora.accounts.passkey.SignOptions;
import dev.agora.accounts.session.SignInResult.Busy;
import dev.agora.accounts.session.SignInResult.SecondFactorNeeded;
import dev.agora.accounts.session.SignInResult.SignedIn;
import dev.agora.accounts.session.SignInResult.TooManyAttempts;
import dev.agora.accounts.session.SignInResult.Unconfirmed;
import dev.agora.accounts.session.SignInResult.WrongCredentials;
import dev.agora.accounts.session.SignInResult.WrongPasskey;
import dev.agora.accounts.session.SignInResult.WrongRecoveryCode;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.springframework.http.ResponseEntity;

/** What came of signing in, in whatever way, as answers. */
final class SignInAnswers {

  private static final int CLIENT_LENGTH_MAX = 200;

  private SignInAnswers() {}

  record SessionResponse(String token, Instant expiresAt, SignedInHuman human) {

    /** Never the token. */
    @Override
    public String toString() {
      return "session of " + human.id();
    }
  }

  record SignedInHuman(String id, String email, String name, Instant createdAt) {

    static SignedInHuman of(Human human) {
      return new SignedInHuman(human.id().value(), human.email(), human.name(), human.createdAt());
    }
  }

  static ResponseEntity<?> of(SignInResult result) {
    return switch (result) {
      case SignedIn(Human human, IssuedCredential session, Instant expiresAt) ->
          ResponseEntity.created(URI.create("/api/v1/sessions/current"))
              .body(new SessionResponse(session.text(), expiresAt, SignedInHuman.of(human)));
      case SecondFactorNeeded(SignOptions options) -> secondFactorNeeded(options);
      case WrongCredentials _, Unconfirmed _ ->
          Problems.answer(
              Problem.of(
                      AccountsProblem.WRONG_CREDENTIALS,
                      "Check both, or sign up at /api/v1/humans.")
                  .withRemedy(
                      "If you have just signed up, send the code of the mail to"
                          + " /api/v1/humans/confirmation; ask for a new one at"
                          + " /api/v1/humans/confirmation/mail."));
      case WrongPasskey() -> wrongPasskey();
      case WrongRecoveryCode() -> wrongRecoveryCode();
      case TooManyAttempts(Duration wait) -> RetryLater.in(wait);
      case Busy() -> Problems.answer(Problem.of(AccountsProblem.BUSY, "Try again in a moment."));
    };
  }

  static ResponseEntity<?> wrongPasskey() {
    return Problems.answer(
        Problem.of(AccountsProblem.WRONG_PASSKEY, "Begin anew: each challenge is good once.")
            .at(
                "/credential",
                "is no passkey that is known here, or answers no challenge of ours"));
  }

  static ResponseEntity<?> wrongRecoveryCode() {
    return Problems.answer(
        Problem.of(AccountsProblem.WRONG_RECOVERY_CODE, "Take another one of your codes.")
            .at("/recoveryCode", "is wrong or was used"));
  }

  private static ResponseEntity<?> secondFactorNeeded(SignOptions options) {
    return Problems.answer(
        Problem.of(
                AccountsProblem.SECOND_FACTOR_REQUIRED,
                "Show a passkey, or one of your recovery codes, too.")
            .with("publicKey", options)
            .withRemedy(
                "Sign the challenge with a passkey and send it to"
                    + " /api/v1/sessions/second-factor as credential, or send the challenge with a"
                    + " recoveryCode."));
  }

  /** What a program calls itself, fit to be shown. */
  static String plain(String client) {
    String shown = client.replaceAll("\\p{Cntrl}", " ").strip();
    return shown.substring(0, Math.min(shown.length(), CLIENT_LENGTH_MAX));
  }
}
