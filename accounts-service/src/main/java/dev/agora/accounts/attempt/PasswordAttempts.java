package dev.agora.accounts.attempt;

import dev.agora.accounts.attempt.PasswordTurn.Granted;
import dev.agora.accounts.attempt.PasswordTurn.Refused;
import dev.agora.audit.Source;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Slows down whoever guesses passwords, and nobody else. Only wrong ones count. Whether an address
 * has an account makes no difference, and an attack on an address does not keep its human from
 * signing in where they did before (docs/adr/0020).
 */
@Service
public class PasswordAttempts {

  private final JdbcAttempts attempts;
  private final JdbcKnownSources sources;
  private final AttemptProperties properties;

  PasswordAttempts(JdbcAttempts attempts, JdbcKnownSources sources, AttemptProperties properties) {
    this.attempts = attempts;
    this.sources = sources;
    this.properties = properties;
  }

  /**
   * Before a password is looked at. Whatever is granted stays counted unless it {@link #succeeded}
   * or was {@link #unused}.
   *
   * @param emailKey the address in the form that is compared
   */
  public PasswordTurn begin(String emailKey, Source source) {
    List<Allowance> allowances = new ArrayList<>();
    allowances.add(
        Allowance.of(
            "pair",
            emailKey + ' ' + source.network(),
            properties.pairBurst(),
            properties.pairRefill()));
    allowances.add(
        Allowance.of(
            "source", source.network(), properties.sourceBurst(), properties.sourceRefill()));
    if (!sources.isKnown(emailKey, source)) {
      allowances.add(
          Allowance.of("address", emailKey, properties.addressBurst(), properties.addressRefill()));
    }
    return attempts
        .take(allowances)
        .<PasswordTurn>map(Refused::new)
        .orElseGet(() -> new Granted(allowances));
  }

  /**
   * Before a recovery code is looked at, of somebody who has shown the password: nobody else can
   * use these tries up.
   */
  public PasswordTurn beginRecovery(String human) {
    List<Allowance> allowances =
        List.of(
            Allowance.of(
                "recovery", human, properties.recoveryBurst(), properties.recoveryRefill()));
    return attempts
        .take(allowances)
        .<PasswordTurn>map(Refused::new)
        .orElseGet(() -> new Granted(allowances));
  }

  /** The human signed in with something else than the password, or with more. */
  public void signedIn(String human, Source source) {
    sources.remember(human, source);
  }

  /** The password was right. */
  public void succeeded(Granted turn, String human, Source source) {
    unused(turn);
    sources.remember(human, source);
  }

  /** No password was looked at after all. */
  public void unused(Granted turn) {
    attempts.giveBack(turn.taken());
  }
}
