package dev.agora.accounts.session;

import dev.agora.accounts.attempt.PasswordAttempts;
import dev.agora.accounts.attempt.PasswordTurn.Granted;
import dev.agora.accounts.attempt.PasswordTurn.Refused;
import dev.agora.accounts.human.CheckPassword;
import dev.agora.accounts.human.Human;
import dev.agora.accounts.human.HumanId;
import dev.agora.accounts.human.JdbcHumans;
import dev.agora.accounts.human.PasswordCheck;
import dev.agora.accounts.passkey.JdbcSecondFactors;
import dev.agora.accounts.passkey.OfferChallenge;
import dev.agora.accounts.session.SignInResult.Busy;
import dev.agora.accounts.session.SignInResult.SecondFactorNeeded;
import dev.agora.accounts.session.SignInResult.SignedIn;
import dev.agora.accounts.session.SignInResult.TooManyAttempts;
import dev.agora.accounts.session.SignInResult.Unconfirmed;
import dev.agora.accounts.session.SignInResult.WrongCredentials;
import dev.agora.audit.Act;
import dev.agora.audit.AuditLog;
import dev.agora.audit.Deed;
import dev.agora.audit.Source;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Turns an address and a password into a session. */
@Service
class SignIn {

  private final PasswordAttempts attempts;
  private final CheckPassword checkPassword;
  private final StartSession startSession;
  private final JdbcSecondFactors secondFactors;
  private final OfferChallenge offerChallenge;
  private final SignInMetrics metrics;
  private final AuditLog audit;

  SignIn(
      PasswordAttempts attempts,
      CheckPassword checkPassword,
      StartSession startSession,
      JdbcSecondFactors secondFactors,
      OfferChallenge offerChallenge,
      SignInMetrics metrics,
      AuditLog audit) {
    this.audit = audit;
    this.attempts = attempts;
    this.checkPassword = checkPassword;
    this.startSession = startSession;
    this.secondFactors = secondFactors;
    this.offerChallenge = offerChallenge;
    this.metrics = metrics;
  }

  /**
   * One try.
   *
   * @param client what the program calls itself
   */
  record Request(String email, String password, Source source, String client) {

    /** Never the password. */
    @Override
    public String toString() {
      return "sign-in from " + source;
    }
  }

  SignInResult signIn(Request request) {
    SignInResult result =
        switch (attempts.begin(JdbcHumans.key(request.email()), request.source())) {
          case Refused(Duration wait) -> new TooManyAttempts(wait);
          case Granted turn -> signIn(request, turn);
        };
    metrics.count(result);
    return result;
  }

  private SignInResult askForMore(Human human, long passwordVersion) {
    String id = human.id().value();
    audit.record(Deed.of(Act.SECOND_FACTOR_ASKED, id, id).by(id));
    return new SecondFactorNeeded(offerChallenge.asSecondFactor(human.id(), passwordVersion));
  }

  private SignInResult signIn(Request request, Granted turn) {
    return switch (checkPassword.check(request.email(), request.password())) {
      case PasswordCheck.Right(Human human, long passwordVersion) -> {
        if (!human.emailConfirmed()) {
          // As for a wrong one: whether there was an account before somebody signed up tells.
          audit.record(Deed.of(Act.SIGN_IN_REFUSED, human.id().value(), human.id().value()));
          yield new Unconfirmed();
        }
        if (secondFactors.isRequired(human.id())) {
          // Nobody has signed in yet: the source does not become one that is known.
          attempts.unused(turn);
          yield askForMore(human, passwordVersion);
        }
        attempts.succeeded(turn, human.id().value(), request.source());
        yield startSession
            .start(human.id(), passwordVersion, "password", request.source(), request.client())
            .<SignInResult>map(it -> new SignedIn(human, it.session(), it.expiresAt()))
            .orElseGet(WrongCredentials::new);
      }
      case PasswordCheck.Wrong(@Nullable HumanId human) -> {
        // Written for unknown addresses too: it takes time.
        String subject = human == null ? Deed.NOBODY : human.value();
        audit.record(Deed.of(Act.SIGN_IN_REFUSED, subject, subject));
        yield new WrongCredentials();
      }
      case PasswordCheck.Busy() -> {
        attempts.unused(turn);
        yield new Busy();
      }
    };
  }
}
