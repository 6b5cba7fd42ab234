package dev.agora.accounts.session;

import dev.agora.accounts.attempt.PasswordAttempts;
import dev.agora.accounts.human.HumanId;
import dev.agora.accounts.human.JdbcHumans;
import dev.agora.accounts.passkey.AssertionCheck;
import dev.agora.accounts.passkey.CheckAssertion;
import dev.agora.accounts.passkey.CheckRecoveryCode;
import dev.agora.accounts.passkey.Purpose;
import dev.agora.accounts.passkey.RecoveryCheck;
import dev.agora.accounts.session.SignInResult.SignedIn;
import dev.agora.accounts.session.SignInResult.TooManyAttempts;
import dev.agora.accounts.session.SignInResult.WrongPasskey;
import dev.agora.accounts.session.SignInResult.WrongRecoveryCode;
import dev.agora.audit.Source;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** Turns a passkey into a session: alone, or beside a password, where a recovery code does too. */
@Service
class SignInWithPasskey {

  private final CheckAssertion checkAssertion;
  private final CheckRecoveryCode checkRecoveryCode;
  private final JdbcHumans humans;
  private final StartSession startSession;
  private final PasswordAttempts attempts;
  private final SignInMetrics metrics;

  SignInWithPasskey(
      CheckAssertion checkAssertion,
      CheckRecoveryCode checkRecoveryCode,
      JdbcHumans humans,
      StartSession startSession,
      PasswordAttempts attempts,
      SignInMetrics metrics) {
    this.checkAssertion = checkAssertion;
    this.checkRecoveryCode = checkRecoveryCode;
    this.humans = humans;
    this.startSession = startSession;
    this.attempts = attempts;
    this.metrics = metrics;
  }

  /**
   * Where somebody signs in.
   *
   * @param client what the program calls itself
   */
  record Place(Source source, String client) {}

  /** With nothing else: a device that sees its human is two factors. */
  SignInResult alone(JsonNode credential, Place place) {
    return counted(
        switch (checkAssertion.check(Purpose.SIGN_IN, credential)) {
          case AssertionCheck.Right right -> start(right.human(), null, "passkey", place);
          case AssertionCheck.Wrong _, AssertionCheck.Malformed _ -> new WrongPasskey();
        });
  }

  /** After the password, whose version the challenge remembers. */
  SignInResult asSecondFactor(JsonNode credential, Place place) {
    return counted(
        switch (checkAssertion.check(Purpose.SECOND_FACTOR, credential)) {
          case AssertionCheck.Right right ->
              start(right.human(), right.passwordVersion(), "password and passkey", place);
          case AssertionCheck.Wrong _, AssertionCheck.Malformed _ -> new WrongPasskey();
        });
  }

  /** After the password, without the passkey. */
  SignInResult withRecoveryCode(String challenge, String code, Place place) {
    return counted(
        switch (checkRecoveryCode.check(challenge, code)) {
          case RecoveryCheck.Right right ->
              start(right.human(), right.passwordVersion(), "password and recovery code", place);
          case RecoveryCheck.Wrong _ -> new WrongRecoveryCode();
          case RecoveryCheck.Over _ -> new WrongPasskey();
          case RecoveryCheck.TooMany(Duration pause) -> new TooManyAttempts(pause);
        });
  }

  /** Not if the password was changed since it was shown; without one, whatever it is. */
  private SignInResult start(
      HumanId id, @Nullable Long passwordVersion, String shown, Place place) {
    Optional<Long> version =
        passwordVersion == null ? humans.passwordVersion(id) : Optional.of(passwordVersion);
    Optional<SignInResult> signedIn =
        version
            .flatMap(it -> startSession.start(id, it, shown, place.source(), place.client()))
            .flatMap(
                started ->
                    humans
                        .find(id)
                        .map(human -> new SignedIn(human, started.session(), started.expiresAt())));
    signedIn.ifPresent(it -> attempts.signedIn(id.value(), place.source()));
    return signedIn.orElseGet(WrongPasskey::new);
  }

  private SignInResult counted(SignInResult result) {
    metrics.count(result);
    return result;
  }
}
