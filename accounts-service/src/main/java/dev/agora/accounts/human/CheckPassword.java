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

  /** Looks both up; changes nothing. */
  public PasswordCheck check(String email, String password) {
    Optional<Account> account = humans.findByEmail(email);
    Optional<Boolean> matches =
        passwords.matches(password, account.map(Account::passwordHash).orElse(null));
    if (matches.isEmpty()) {
      return new Busy();
    }
    return account
        .filter(found -> matches.get())
        .<PasswordCheck>map(found -> new Right(found.human()))
        .orElseGet(Wrong::new);
  }
}
