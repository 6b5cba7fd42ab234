package dev.agora.accounts.human;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PasswordsTest {

  private final Passwords passwords = new Passwords(new PasswordProperties(1, Duration.ZERO));

  @Test
  void hashesWithArgon2idAndTheParametersOfOwasp() {
    assertThat(passwords.hash("correct horse battery").orElseThrow())
        .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
  }

  @Test
  void onlyTheRightPasswordMatches() {
    String hash = passwords.hash("correct horse battery").orElseThrow();

    assertThat(passwords.matches("correct horse battery", hash)).hasValue(true);
    assertThat(passwords.matches("correct horse batterz", hash)).hasValue(false);
  }

  @Test
  void nobodyHasAPassword() {
    assertThat(passwords.matches("nobody has this password", null)).hasValue(false);
  }

  @Test
  void whoGetsNoTurnIsRefused() {
    Passwords full = new Passwords(new PasswordProperties(0, Duration.ZERO));

    assertThat(full.hash("correct horse battery")).isEmpty();
    assertThat(full.matches("correct horse battery", null)).isEmpty();
  }
}
