package dev.agora.accounts.human;

import dev.agora.accounts.attempt.PasswordAttempts;
import dev.agora.accounts.attempt.PasswordTurn.Granted;
import dev.agora.accounts.attempt.PasswordTurn.Refused;
import dev.agora.accounts.human.ChangePasswordResult.Busy;
import dev.agora.accounts.human.ChangePasswordResult.Changed;
import dev.agora.accounts.human.ChangePasswordResult.TooManyAttempts;
import dev.agora.accounts.human.ChangePasswordResult.TooWeak;
import dev.agora.accounts.human.ChangePasswordResult.WrongPassword;
import dev.agora.audit.Act;
import dev.agora.audit.AuditLog;
import dev.agora.audit.Deed;
import dev.agora.audit.Source;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Exchanges the password of somebody who is signed in and knows the present one. Hashes are made
 * before any transaction, because that takes long.
 */
@Service
class ChangePassword {

  private final PasswordAttempts attempts;
  private final CheckPassword checkPassword;
  private final PasswordRules rules;
  private final Passwords passwords;
  private final StorePassword storePassword;
  private final AuditLog audit;

  ChangePassword(
      PasswordAttempts attempts,
      CheckPassword checkPassword,
      PasswordRules rules,
      Passwords passwords,
      StorePassword storePassword,
      AuditLog audit) {
    this.audit = audit;
    this.attempts = attempts;
    this.checkPassword = checkPassword;
    this.rules = rules;
    this.passwords = passwords;
    this.storePassword = storePassword;
  }

  /**
   * A change that somebody asks for.
   *
   * @param session the one that asks, which goes on
   */
  record Request(
      Human human, String currentPassword, String newPassword, String session, Source source) {

    /** Never the passwords. */
    @Override
    public String toString() {
      return "new password of " + human.id();
    }
  }

  ChangePasswordResult change(Request request) {
    return switch (attempts.begin(JdbcHumans.key(request.human().email()), request.source())) {
      case Refused(Duration pause) -> new TooManyAttempts(pause);
      case Granted turn -> change(request, turn);
    };
  }

  private ChangePasswordResult change(Request request, Granted turn) {
    return switch (checkPassword.check(request.human().id(), request.currentPassword())) {
      case PasswordCheck.Wrong _ -> {
        String id = request.human().id().value();
        audit.record(Deed.of(Act.PASSWORD_CHANGE_REFUSED, id, id));
        yield new WrongPassword();
      }
      case PasswordCheck.Busy() -> {
        attempts.unused(turn);
        yield new Busy();
      }
      case PasswordCheck.Right(Human human, long version) -> {
        attempts.succeeded(turn, human.id().value(), request.source());
        yield store(human, version, request);
      }
    };
  }

  private ChangePasswordResult store(Human human, long version, Request request) {
    Optional<PasswordRefusal> refusal =
        rules.refusal(request.newPassword(), human.email(), human.name());
    if (refusal.isPresent()) {
      return new TooWeak(refusal.get());
    }
    Optional<String> hash = passwords.hash(request.newPassword());
    if (hash.isEmpty()) {
      return new Busy();
    }
    return storePassword.exchange(human, version, hash.get(), request.session())
        ? new Changed()
        : new WrongPassword();
  }
}
