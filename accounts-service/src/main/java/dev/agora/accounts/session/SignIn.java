package dev.agora.accounts.session;

import dev.agora.accounts.credential.IssueCredential;
import dev.agora.accounts.credential.NewCredential;
import dev.agora.accounts.human.CheckPassword;
import dev.agora.accounts.human.Human;
import dev.agora.accounts.human.PasswordCheck;
import dev.agora.accounts.session.SignInResult.Busy;
import dev.agora.accounts.session.SignInResult.SignedIn;
import dev.agora.accounts.session.SignInResult.WrongCredentials;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;

/** Turns an address and a password into a session. */
@Service
class SignIn {

  private final CheckPassword checkPassword;
  private final IssueCredential issueCredential;
  private final SessionProperties properties;
  private final Clock clock;

  SignIn(
      CheckPassword checkPassword,
      IssueCredential issueCredential,
      SessionProperties properties,
      Clock clock) {
    this.checkPassword = checkPassword;
    this.issueCredential = issueCredential;
    this.properties = properties;
    this.clock = clock;
  }

  SignInResult signIn(String email, String password) {
    return switch (checkPassword.check(email, password)) {
      case PasswordCheck.Right(Human human) -> {
        Instant expiresAt =
            clock.instant().plus(properties.lifetime()).truncatedTo(ChronoUnit.MICROS);
        yield new SignedIn(
            human,
            issueCredential.issue(NewCredential.sessionOf(human.id().value(), expiresAt)),
            expiresAt);
      }
      case PasswordCheck.Wrong() -> new WrongCredentials();
      case PasswordCheck.Busy() -> new Busy();
    };
  }
}
