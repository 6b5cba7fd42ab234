package dev.agora.accounts.passkey;

import dev.agora.accounts.attempt.PasswordAttempts;
import dev.agora.accounts.attempt.PasswordTurn.Granted;
import dev.agora.accounts.attempt.PasswordTurn.Refused;
import dev.agora.accounts.human.Human;
import dev.agora.accounts.human.HumanId;
import dev.agora.accounts.human.JdbcHumans;
import dev.agora.accounts.passkey.JdbcChallenges.Issued;
import dev.agora.accounts.passkey.RecoveryCheck.Over;
import dev.agora.accounts.passkey.RecoveryCheck.Right;
import dev.agora.accounts.passkey.RecoveryCheck.TooMany;
import dev.agora.accounts.passkey.RecoveryCheck.Wrong;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Takes a recovery code in the place of a passkey, from whoever has shown the password. */
@Service
public class CheckRecoveryCode {

  private final PasswordAttempts attempts;
  private final JdbcChallenges challenges;
  private final JdbcHumans humans;
  private final RecoveryCodes codes;

  CheckRecoveryCode(
      PasswordAttempts attempts,
      JdbcChallenges challenges,
      JdbcHumans humans,
      RecoveryCodes codes) {
    this.attempts = attempts;
    this.challenges = challenges;
    this.humans = humans;
    this.codes = codes;
  }

  /**
   * For somebody who signs in. A wrong code leaves the challenge good, because people mistype.
   *
   * @param challenge that was the answer to the password
   */
  public RecoveryCheck check(String challenge, String code) {
    Optional<Issued> issued = challenges.find(challenge, Purpose.SECOND_FACTOR);
    if (issued.isEmpty()) {
      return new Over();
    }
    HumanId human = Objects.requireNonNull(issued.get().human());
    RecoveryCheck checked =
        check(human, Objects.requireNonNull(issued.get().passwordVersion()), code);
    if (checked instanceof Right) {
      challenges.take(challenge, Purpose.SECOND_FACTOR);
    }
    return checked;
  }

  /** For somebody who has just shown the password of that version. */
  public RecoveryCheck check(HumanId id, long passwordVersion, String code) {
    Optional<Human> human = humans.find(id);
    if (human.isEmpty()) {
      return new Wrong();
    }
    return switch (attempts.beginRecovery(id.value())) {
      case Refused(Duration pause) -> new TooMany(pause);
      case Granted turn -> {
        if (!codes.use(human.get(), code)) {
          yield new Wrong();
        }
        attempts.unused(turn);
        yield new Right(id, passwordVersion);
      }
    };
  }
}
