package dev.agora.accounts.passkey;

import dev.agora.accounts.human.Human;
import dev.agora.accounts.human.HumanId;
import dev.agora.accounts.passkey.CreateOptions.Algorithm;
import dev.agora.accounts.passkey.CreateOptions.Domain;
import dev.agora.accounts.passkey.CreateOptions.Selection;
import dev.agora.accounts.passkey.CreateOptions.User;
import dev.agora.accounts.passkey.JdbcChallenges.Issued;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Service;

/** Asks a browser for a passkey. */
@Service
public class OfferChallenge {

  private final JdbcChallenges challenges;
  private final JdbcPasskeys passkeys;
  private final PasskeyProperties properties;

  OfferChallenge(JdbcChallenges challenges, JdbcPasskeys passkeys, PasskeyProperties properties) {
    this.challenges = challenges;
    this.passkeys = passkeys;
    this.properties = properties;
  }

  /** For whoever wants to sign in with nothing else. */
  public SignOptions toSignIn() {
    return toSign(new Issued(Purpose.SIGN_IN, null, null), List.of());
  }

  /** For somebody who has shown the password of that version. */
  public SignOptions asSecondFactor(HumanId human, long passwordVersion) {
    return toSign(new Issued(Purpose.SECOND_FACTOR, human, passwordVersion), passkeys.of(human));
  }

  /** For a human who is signed in. */
  public SignOptions toStepUp(HumanId human) {
    return toSign(new Issued(Purpose.STEP_UP, human, null), passkeys.of(human));
  }

  /** How devices know a human, base64url. */
  static String handleOf(HumanId human) {
    return WebAuthn.text(human.value().getBytes(StandardCharsets.US_ASCII));
  }

  CreateOptions toRegister(Human human) {
    return new CreateOptions(
        new Domain(properties.rpId(), properties.rpName()),
        new User(handleOf(human.id()), human.email(), human.name()),
        challenges.issue(new Issued(Purpose.REGISTER, human.id(), null)),
        WebAuthn.ALGORITHMS.stream()
            .map(algorithm -> new Algorithm(PasskeyName.TYPE, algorithm))
            .toList(),
        properties.challengeLifetime().toMillis(),
        PasskeyName.of(passkeys.of(human.id())),
        Selection.strict(),
        "none");
  }

  private SignOptions toSign(Issued issued, List<Passkey> allowed) {
    return new SignOptions(
        challenges.issue(issued),
        properties.rpId(),
        properties.challengeLifetime().toMillis(),
        Selection.REQUIRED,
        PasskeyName.of(allowed));
  }
}
