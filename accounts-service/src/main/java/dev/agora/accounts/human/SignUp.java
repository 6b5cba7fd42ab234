package dev.agora.accounts.human;

import dev.agora.accounts.human.SignUpResult.Busy;
import dev.agora.accounts.human.SignUpResult.SignedUp;
import dev.agora.accounts.human.SignUpResult.TooWeak;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/**
 * Makes an account, unless the address has one: the answer is the same, and its owner gets a mail.
 * The password is hashed before any transaction, because that takes long.
 */
@Service
class SignUp {

  private final PasswordRules rules;
  private final Passwords passwords;
  private final EnterHuman enterHuman;
  private final ConfirmationProperties confirmation;
  private final Supplier<UUID> newIds;
  private final Clock clock;

  SignUp(
      PasswordRules rules,
      Passwords passwords,
      EnterHuman enterHuman,
      ConfirmationProperties confirmation,
      Supplier<UUID> newIds,
      Clock clock) {
    this.rules = rules;
    this.passwords = passwords;
    this.enterHuman = enterHuman;
    this.confirmation = confirmation;
    this.newIds = newIds;
    this.clock = clock;
  }

  SignUpResult signUp(String email, String password, String name) {
    Optional<PasswordRefusal> refusal = rules.refusal(password, email, name);
    if (refusal.isPresent()) {
      return new TooWeak(refusal.get());
    }
    Optional<String> hash = passwords.hash(password);
    if (hash.isEmpty()) {
      return new Busy();
    }
    Human human =
        new Human(
            HumanId.of(newIds.get()),
            email.strip(),
            confirmation.byItself(),
            name.strip(),
            1,
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    enterHuman.enter(human, hash.get());
    return new SignedUp(human);
  }
}
