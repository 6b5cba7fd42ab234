package dev.agora.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.accounts.ApiClient.Answer;
import dev.agora.accounts.attempt.PasswordAttempts;
import dev.agora.accounts.attempt.PasswordTurn;
import dev.agora.audit.Source;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Guessing passwords is slow for attackers, and for nobody else. */
class GuessingIT extends RunningAccounts {

  private static final String HOME = "198.51.100.7";
  private static final String ATTACKER = "203.0.113.66";

  @Autowired
  @SuppressWarnings("NullAway.Init") // injected
  private PasswordAttempts attempts;

  @Test
  void whoGuessesIsSlowedDownAndTheVictimIsNot() {
    String victim = newEmail();
    signUp(victim);
    for (int i = 0; i < 10; i++) {
      assertThat(signIn(ATTACKER, victim, "a wrong password " + i).status()).isEqualTo(401);
    }

    Answer slowed = signIn(ATTACKER, victim, PASSWORD);

    assertThat(slowed.status()).isEqualTo(429);
    assertThat(slowed.text("/code")).isEqualTo("too_many_attempts");
    assertThat(slowed.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(50L, 60L);
    assertThat(signIn(HOME, victim, PASSWORD).status()).isEqualTo(201);
  }

  @Test
  void anAddressThatNobodyHasIsSlowedDownAlike() {
    String nobody = newEmail();
    String source = "203.0.113.67";
    for (int i = 0; i < 10; i++) {
      assertThat(signIn(source, nobody, PASSWORD).text("/code")).isEqualTo("wrong_credentials");
    }

    assertThat(signIn(source, nobody, PASSWORD).text("/code")).isEqualTo("too_many_attempts");
  }

  @Test
  void anAttackFromEverywhereKeepsStrangersOutAndNotTheHumanAtHome() {
    String victim = newEmail();
    signUp(victim);
    assertThat(signIn(HOME, victim, PASSWORD).status()).isEqualTo(201);
    for (int i = 0; i < 50; i++) {
      assertThat(attempts.begin(victim, Source.of("10.1.2." + i)))
          .isInstanceOf(PasswordTurn.Granted.class);
    }

    assertThat(signIn("10.9.9.9", victim, PASSWORD).status()).isEqualTo(429);
    assertThat(signIn(HOME, victim, PASSWORD).status()).isEqualTo(201);
  }

  @Test
  void rightPasswordsAreNotCounted() {
    String email = newEmail();
    signUp(email);

    for (int i = 0; i < 12; i++) {
      assertThat(signIn(HOME, email, PASSWORD).status()).isEqualTo(201);
    }
  }

  private Answer signIn(String source, String email, String password) {
    return api.from(
        source,
        "POST",
        "/api/v1/sessions",
        "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password));
  }
}
