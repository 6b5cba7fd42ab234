package dev.agora.accounts.session;

import dev.agora.accounts.attempt.PasswordAttempts;
import dev.agora.accounts.attempt.PasswordTurn.Granted;
import dev.agora.accounts.attempt.PasswordTurn.Refused;
import dev.agora.accounts.attempt.Source;
import dev.agora.accounts.credential.IssueCredential;
import dev.agora.accounts.credential.NewCredential;
import dev.agora.accounts.human.CheckPassword;
import dev.agora.accounts.human.Human;
import dev.agora.accounts.human.JdbcHumans;
import dev.agora.accounts.human.PasswordCheck;
import dev.agora.accounts.session.SignInResult.Busy;
import dev.agora.accounts.session.SignInResult.SignedIn;
import dev.agora.accounts.session.SignInResult.TooManyAttempts;
import dev.agora.accounts.session.SignInResult.WrongCredentials;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;

/** Turns an address and a password into a session. */
@Service
class SignIn {

  private final PasswordAttempts attempts;
  private final CheckPassword checkPassword;
  private final IssueCredential issueCredential;
  private final SessionProperties properties;
  private final SignInMetrics metrics;
  private final Clock clock;

  SignIn(
      PasswordAttempts attempts,
      CheckPassword checkPassword,
      IssueCredential issueCredential,
      SessionProperties properties,
      SignInMetrics metrics,
      Clock clock) {
    this.attempts = attempts;
    this.checkPassword = checkPassword;
    this.issueCredential = issueCredential;
    this.properties = properties;
    this.metrics = metrics;
    this.clock = clock;
  }

  SignInResult signIn(String email, String password, Source source) {
    SignInResult result =
        switch (attempts.begin(JdbcHumans.key(email), source)) {
          case Refused(Duration wait) -> new TooManyAttempts(wait);
          case Granted turn -> signIn(email, password, source, turn);
        };
    metrics.count(result);
    return result;
  }

  private SignInResult signIn(String email, String password, Source source, Granted turn) {
    return switch (checkPassword.check(email, password)) {
      case PasswordCheck.Right(Human human) -> {
        attempts.succeeded(turn, human.id().value(), source);
        Instant expiresAt =
            clock.instant().plus(properties.lifetime()).truncatedTo(ChronoUnit.MICROS);
        yield new SignedIn(
            human,
            issueCredential.issue(NewCredential.sessionOf(human.id().value(), expiresAt)),
            expiresAt);
      }
      case PasswordCheck.Wrong() -> new WrongCredentials();
      case PasswordCheck.Busy() -> {
        attempts.unused(turn);
        yield new Busy();
      }
    };
  }
}
