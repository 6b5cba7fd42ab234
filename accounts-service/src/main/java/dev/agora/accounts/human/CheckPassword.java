package dev.agora.accounts.human;

import dev.agora.accounts.human.JdbcHumans.Account;
import dev.agora.accounts.human.PasswordCheck.Busy;
import dev.agora.accounts.human.PasswordCheck.Right;
import dev.agora.accounts.human.PasswordCheck.Wrong;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Tells whether an address and a password belong together, in the same time for every address. */
@Service
public class CheckPassword {

  private final JdbcHumans humans;
  private final Passwords passwords;

  CheckPassword(JdbcHumans humans, Passwords passwords) {
    this.humans = humans;
    this.passwords = passwords;
  }

  /** Looks both up; renews the hash of a right password if it was made with older parameters. */
  public PasswordCheck check(String email, String password) {
    return check(humans.findByEmail(email), password);
  }

  /** Looks at the password of somebody who is signed in. */
  public PasswordCheck check(HumanId human, String password) {
    return check(humans.findAccount(human), password);
  }

  private PasswordCheck check(Optional<Account> account, String password) {
    Optional<Boolean> matches =
        passwords.matches(password, account.map(Account::passwordHash).orElse(null));
    if (matches.isEmpty()) {
      return new Busy();
    }
    if (account.isEmpty() || !matches.get()) {
      return new Wrong(account.map(found -> found.human().id()).orElse(null));
    }
    renewHash(account.get(), password);
    return new Right(account.get().human(), account.get().passwordVersion());
  }

  private void renewHash(Account account, String password) {
    if (passwords.isOutdated(account.passwordHash())) {
      passwords.hash(password).ifPresent(hash -> humans.renewHash(account, hash));
    }
  }
}
