package dev.agora.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.accounts.ApiClient.Answer;
import org.junit.jupiter.api.Test;

/** A changed password ends what began with the old one. */
class PasswordChangeIT extends RunningAccounts {

  private static final String NEW_PASSWORD = "a wholly different phrase";

  @Test
  void theOtherSessionsAreOverAndTheOldPasswordIsWorthNothing() {
    String email = newEmail();
    String human = signUp(email).text("/id");
    String other = newSession(email, PASSWORD);
    String mine = newSession(email, PASSWORD);

    assertThat(change(human, mine, PASSWORD, NEW_PASSWORD).status()).isEqualTo(204);

    assertThat(isRevoked(other)).isTrue();
    assertThat(isRevoked(mine)).isFalse();
    assertThat(signIn(email, PASSWORD).status()).isEqualTo(401);
    assertThat(signIn(email, NEW_PASSWORD).status()).isEqualTo(201);
  }

  @Test
  void whoDoesNotKnowThePresentOneChangesNothing() {
    String email = newEmail();
    String human = signUp(email).text("/id");
    String other = newSession(email, PASSWORD);
    String mine = newSession(email, PASSWORD);

    Answer refused = change(human, mine, "not my password at all", NEW_PASSWORD);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("/code")).isEqualTo("wrong_password");
    assertThat(refused.text("/errors/0/pointer")).isEqualTo("/currentPassword");
    assertThat(isRevoked(other)).isFalse();
    assertThat(signIn(email, PASSWORD).status()).isEqualTo(201);
  }

  @Test
  void theNewOneMustNotBeGuessable() {
    String email = newEmail();
    String human = signUp(email).text("/id");
    String mine = newSession(email, PASSWORD);

    Answer weak = change(human, mine, PASSWORD, "qwertyuiop12345");
    Answer shorter = change(human, mine, PASSWORD, "short");

    assertThat(weak.text("/code")).isEqualTo("password_too_weak");
    assertThat(weak.text("/errors/0/pointer")).isEqualTo("/newPassword");
    assertThat(shorter.text("/errors/0/pointer")).isEqualTo("/newPassword");
  }

  @Test
  void guessingThePresentOneIsSlowToo() {
    String email = newEmail();
    String human = signUp(email).text("/id");
    String mine = newSession(email, PASSWORD);
    for (int i = 0; i < 10; i++) {
      change(human, mine, "a wrong password " + i, NEW_PASSWORD);
    }

    assertThat(change(human, mine, PASSWORD, NEW_PASSWORD).text("/code"))
        .isEqualTo("too_many_attempts");
  }

  private Answer change(String human, String session, String present, String next) {
    return inSession(
        human,
        session,
        "POST",
        "/api/v1/me/password",
        "{\"currentPassword\":\"%s\",\"newPassword\":\"%s\"}".formatted(present, next));
  }
}
