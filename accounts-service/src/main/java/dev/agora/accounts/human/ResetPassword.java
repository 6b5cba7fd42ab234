package dev.agora.accounts.human;

import dev.agora.accounts.credential.CredentialKind;
import dev.agora.accounts.human.ResetPasswordResult.Busy;
import dev.agora.accounts.human.ResetPasswordResult.Reset;
import dev.agora.accounts.human.ResetPasswordResult.TooWeak;
import dev.agora.accounts.human.ResetPasswordResult.WrongCode;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Gives a new password to whoever knows the code that was mailed. */
@Service
class ResetPassword {

  private final JdbcCodes codes;
  private final JdbcHumans humans;
  private final PasswordRules rules;
  private final Passwords passwords;
  private final StorePassword storePassword;

  ResetPassword(
      JdbcCodes codes,
      JdbcHumans humans,
      PasswordRules rules,
      Passwords passwords,
      StorePassword storePassword) {
    this.codes = codes;
    this.humans = humans;
    this.rules = rules;
    this.passwords = passwords;
    this.storePassword = storePassword;
  }

  /** A password that is too weak does not use the code up. */
  ResetPasswordResult reset(String code, String password) {
    Optional<Human> human = codes.find(CredentialKind.RESET, code).flatMap(humans::find);
    if (human.isEmpty()) {
      return new WrongCode();
    }
    Optional<PasswordRefusal> refusal =
        rules.refusal(password, human.get().email(), human.get().name());
    if (refusal.isPresent()) {
      return new TooWeak(refusal.get());
    }
    Optional<String> hash = passwords.hash(password);
    if (hash.isEmpty()) {
      return new Busy();
    }
    return storePassword.reset(human.get(), code, hash.get()) ? new Reset() : new WrongCode();
  }
}
