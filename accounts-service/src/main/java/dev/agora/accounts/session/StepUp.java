package dev.agora.accounts.session;

import dev.agora.accounts.attempt.PasswordAttempts;
import dev.agora.accounts.attempt.PasswordTurn.Granted;
import dev.agora.accounts.attempt.PasswordTurn.Refused;
import dev.agora.accounts.credential.RenewSession;
import dev.agora.accounts.human.CheckPassword;
import dev.agora.accounts.human.Human;
import dev.agora.accounts.human.HumanId;
import dev.agora.accounts.human.JdbcHumans;
import dev.agora.accounts.human.PasswordCheck;
import dev.agora.accounts.passkey.AssertionCheck;
import dev.agora.accounts.passkey.CheckAssertion;
import dev.agora.accounts.passkey.CheckRecoveryCode;
import dev.agora.accounts.passkey.JdbcSecondFactors;
import dev.agora.accounts.passkey.Purpose;
import dev.agora.accounts.passkey.RecoveryCheck;
import dev.agora.accounts.session.StepUpResult.Busy;
import dev.agora.accounts.session.StepUpResult.NoSession;
import dev.agora.accounts.session.StepUpResult.SecondFactorNeeded;
import dev.agora.accounts.session.StepUpResult.SteppedUp;
import dev.agora.accounts.session.StepUpResult.TooManyAttempts;
import dev.agora.accounts.session.StepUpResult.WrongPasskey;
import dev.agora.accounts.session.StepUpResult.WrongPassword;
import dev.agora.accounts.session.StepUpResult.WrongRecoveryCode;
import dev.agora.audit.Act;
import dev.agora.audit.AuditLog;
import dev.agora.audit.Deed;
import dev.agora.audit.Source;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** Makes a session fresh for whoever shows once more what a new one would take. */
@Service
class StepUp {

  private final PasswordAttempts attempts;
  private final CheckPassword checkPassword;
  private final CheckAssertion checkAssertion;
  private final CheckRecoveryCode checkRecoveryCode;
  private final JdbcSecondFactors secondFactors;
  private final RenewSession renewSession;
  private final AuditLog audit;

  StepUp(
      PasswordAttempts attempts,
      CheckPassword checkPassword,
      CheckAssertion checkAssertion,
      CheckRecoveryCode checkRecoveryCode,
      JdbcSecondFactors secondFactors,
      RenewSession renewSession,
      AuditLog audit) {
    this.attempts = attempts;
    this.checkPassword = checkPassword;
    this.checkAssertion = checkAssertion;
    this.checkRecoveryCode = checkRecoveryCode;
    this.secondFactors = secondFactors;
    this.renewSession = renewSession;
    this.audit = audit;
  }

  /** A session that is to be fresh. */
  record Request(Human human, String session, Source source) {}

  /** With a passkey, which is enough for everybody. */
  StepUpResult withPasskey(Request request, JsonNode credential) {
    return switch (checkAssertion.check(Purpose.STEP_UP, credential)) {
      case AssertionCheck.Right right when right.human().equals(request.human().id()) ->
          renew(request, "passkey");
      case AssertionCheck.Right _, AssertionCheck.Wrong _, AssertionCheck.Malformed _ ->
          refuse(request, new WrongPasskey());
    };
  }

  /**
   * With the password, and a recovery code where it is not enough.
   *
   * @param recoveryCode null if none was sent
   */
  StepUpResult withPassword(Request request, String password, @Nullable String recoveryCode) {
    Human human = request.human();
    return switch (attempts.begin(JdbcHumans.key(human.email()), request.source())) {
      case Refused(Duration pause) -> new TooManyAttempts(pause);
      case Granted turn ->
          switch (checkPassword.check(human.id(), password)) {
            case PasswordCheck.Wrong _ -> refuse(request, new WrongPassword());
            case PasswordCheck.Busy _ -> {
              attempts.unused(turn);
              yield new Busy();
            }
            case PasswordCheck.Right right -> {
              attempts.unused(turn);
              yield withRightPassword(request, right.passwordVersion(), recoveryCode);
            }
          };
    };
  }

  private StepUpResult withRightPassword(
      Request request, long passwordVersion, @Nullable String recoveryCode) {
    HumanId human = request.human().id();
    if (!secondFactors.isRequired(human)) {
      return renew(request, "password");
    }
    if (recoveryCode == null) {
      return new SecondFactorNeeded();
    }
    return switch (checkRecoveryCode.check(human, passwordVersion, recoveryCode)) {
      case RecoveryCheck.Right _ -> renew(request, "password and recovery code");
      case RecoveryCheck.Wrong _, RecoveryCheck.Over _ -> refuse(request, new WrongRecoveryCode());
      case RecoveryCheck.TooMany(Duration pause) -> new TooManyAttempts(pause);
    };
  }

  private StepUpResult renew(Request request, String with) {
    return renewSession
        .renew(request.session(), request.human().id().value(), with)
        .<StepUpResult>map(SteppedUp::new)
        .orElseGet(NoSession::new);
  }

  private StepUpResult refuse(Request request, StepUpResult refusal) {
    audit.record(Deed.of(Act.STEP_UP_REFUSED, request.human().id().value(), request.session()));
    return refusal;
  }
}
