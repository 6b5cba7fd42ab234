package dev.agora.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.agora.accounts.ApiClient.Answer;
import dev.agora.support.Contracts;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Humans: signing up, in and out. */
class HumansIT extends RunningAccounts {

  @Test
  void aHumanSignsUpAndInAndIsSomebody() {
    String email = newEmail();
    Answer signedUp = signUp(email);
    assertThat(signedUp.status()).isEqualTo(201);
    String id = signedUp.text("/id");
    assertThat(id).matches("hum_[0-9a-f]{32}");
    assertThat(signedUp.body().propertyNames())
        .containsExactlyInAnyOrder("id", "email", "name", "createdAt");

    Answer signedIn = signIn(email.toUpperCase(Locale.ROOT), PASSWORD);
    assertThat(signedIn.status()).isEqualTo(201);
    assertThat(signedIn.text("/token")).matches("agora_session_[0-9A-Za-z]{16}_[0-9A-Za-z]{49}");
    assertThat(Instant.parse(signedIn.text("/expiresAt"))).isAfter(Instant.now());
    assertThat(signedIn.text("/human/id")).isEqualTo(id);

    Answer me = api.human(id, "GET", "/api/v1/me", "");
    assertThat(me.text("/kind")).isEqualTo("HUMAN");
    assertThat(me.text("/human/email")).isEqualTo(email);
    Contracts.validate("accounts.human-changed", published("accounts.human-changed", id));
  }

  @Test
  void aWrongPasswordAndAnUnknownAddressAreToldAlike() {
    String email = newEmail();
    signUp(email);

    Answer wrong = signIn(email, "correct horse batterz");
    Answer unknown = signIn(newEmail(), PASSWORD);

    assertThat(wrong.status()).isEqualTo(401);
    assertThat(unknown.status()).isEqualTo(401);
    assertThat(wrong.text("/code")).isEqualTo("wrong_credentials");
    assertThat(unknown.text("/detail")).isEqualTo(wrong.text("/detail"));
  }

  @Test
  void aPasswordThatEverybodyTriesIsRefused() {
    Answer refused =
        api.anonymous(
            "POST",
            "/api/v1/humans",
            """
            {"email":"%s","password":"passwordpassword","name":"Ada"}
            """
                .formatted(newEmail()));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("/code")).isEqualTo("password_too_weak");
    assertThat(refused.text("/errors/0/detail")).contains("attackers");
  }

  @Test
  void signingUpDoesNotTellWhetherAnAddressHasAnAccount() {
    String email = newEmail();
    Answer first = signUp(email);

    Answer second = signUpUnconfirmed(email.toUpperCase(Locale.ROOT), "another phrase of mine");

    assertThat(second.status()).isEqualTo(first.status()).isEqualTo(201);
    assertThat(second.body().propertyNames())
        .containsExactlyInAnyOrderElementsOf(first.body().propertyNames());
    assertThat(second.text("/email")).isEqualTo(email.toUpperCase(Locale.ROOT));
    assertThat(second.text("/id")).isNotEqualTo(first.text("/id"));
    assertThat(mailTo(email, "You have an account already")).doesNotContain("agora_");
    Answer newcomer = signIn(newcomer(), PASSWORD);
    Answer repeated = signIn(email, "another phrase of mine");
    assertThat(repeated.text("/code")).isEqualTo(newcomer.text("/code"));
    assertThat(repeated.text("/detail")).isEqualTo(newcomer.text("/detail"));
    assertThat(signIn(email, PASSWORD).status()).isEqualTo(201);
  }

  @Test
  void signingUpAgainAndAgainFloodsNoMailbox() {
    String email = newEmail();
    signUp(email);
    for (int i = 0; i < 5; i++) {
      assertThat(signUpUnconfirmed(email).status()).isEqualTo(201);
    }

    await().until(() -> waitingMails(email) == 0);
    assertThat(
            mails()
                .filter(mail -> mail.contains("To: " + email + "\n"))
                .filter(mail -> mail.contains("You have an account already")))
        .hasSize(2);
  }

  /** Somebody who has signed up with an address that nobody had, and not confirmed it. */
  private String newcomer() {
    String email = newEmail();
    signUpUnconfirmed(email);
    return email;
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          {"email":"a@b.c","password":"fourteen chars","name":"A"}            | /password
          {"email":"a@b.c","password":"password12345678","name":"A"}          | /password
          {"email":"ada.lovelace@b.c","password":"lovelace-ada-1815","name":"A"} | /password
          {"email":"no address","password":"long enough it is","name":"A"}    | /email
          {"email":"a@b.c","password":"long enough it is","name":" "}         | /name
          {"email":"a@b.c","password":"long enough it is"}                    | /name
          {"email":"a@b.c","password":"long enough it is","name":"A","x":1}   | /x
          """,
      delimiter = '|',
      quoteCharacter = '\'')
  void aWrongFieldIsNamed(String body, String pointer) {
    Answer answer = api.anonymous("POST", "/api/v1/humans", body);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
  }

  @Test
  void aSessionEndsWhenItsHumanSignsOut() {
    String email = newEmail();
    String human = signUp(email).text("/id");
    String session = signIn(email, PASSWORD).text("/token").substring(14, 30);

    assertThat(signOut(newHuman(), session)).as("by somebody else").isEqualTo(404);
    assertThat(signOut(human, session)).isEqualTo(204);

    String last = published("accounts.credential-changed", session);
    assertThat(last).contains("\"revoked\":true", "\"version\":2");
    Contracts.validate("accounts.credential-changed", last);
    assertThat(lookedUp(session).body().get("revoked").asBoolean()).isTrue();
  }
}
