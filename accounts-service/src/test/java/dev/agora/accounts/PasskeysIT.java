package dev.agora.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.accounts.ApiClient.Answer;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What passkeys and recovery codes open, alone and beside a password. */
@SuppressWarnings("NullAway.Init") // set before each test
class PasskeysIT extends RunningAccounts {

  private PasskeyOwner ada;

  @BeforeEach
  void somebodyWithADevice() {
    String email = newEmail();
    ada = new PasskeyOwner(api, signUp(email).text("/id"), email, new Device(PAGE.origin()));
  }

  @Test
  void aPasskeyAloneSignsItsHumanIn() {
    String passkey = ada.register();

    Answer signedIn = ada.signIn(ada.device().sign(ada.challengeToSignIn()));

    assertThat(signedIn.status()).as("%s", signedIn.body()).isEqualTo(201);
    assertThat(signedIn.text("/human/id")).isEqualTo(ada.id());
    assertThat(signedIn.text("/token")).startsWith("agora_session_");
    Answer list = ada.passkeys();
    assertThat(list.text("/items/0/id")).isEqualTo(passkey);
    assertThat(list.text("/items/0/name")).isEqualTo("laptop");
    assertThat(list.body().at("/items/0/usedAt").isNull()).isFalse();
    assertThat(list.body().toString()).doesNotContain("publicKey", "credentialId");
    assertThat(mailTo(ada.email(), "A passkey was added")).contains("reset your password");
    assertThat(api.human(ada.id(), "GET", "/api/v1/audit", "").body().toString())
        .contains("\"SIGNED_IN\"", "\"with\":\"passkey\"", "\"PASSKEY_ADDED\"");
  }

  @Test
  void aPasswordAloneIsNotEnoughForWhoWantsMore() {
    ada.register();
    ada.requireSecondFactor();

    Answer needed = ada.showPassword(PASSWORD);
    Answer signedIn = ada.addPasskey(ada.device().sign(needed.body().get("publicKey")));

    assertThat(needed.status()).isEqualTo(403);
    assertThat(needed.text("/code")).isEqualTo("second_factor_required");
    assertThat(needed.body().has("token")).isFalse();
    assertThat(signedIn.status()).as("%s", signedIn.body()).isEqualTo(201);
    assertThat(ada.showPassword("a wrong password").text("/code")).isEqualTo("wrong_credentials");
  }

  @Test
  void theChallengeOfAPasswordThatWasChangedOpensNothing() {
    ada.register();
    ada.requireSecondFactor();
    JsonNode options = ada.showPassword(PASSWORD).body().get("publicKey");

    jdbc.sql("UPDATE human SET password_version = password_version + 1 WHERE id = :id")
        .param("id", ada.id())
        .update();

    assertThat(ada.addPasskey(ada.device().sign(options)).text("/code")).isEqualTo("wrong_passkey");
  }

  @Test
  void aRecoveryCodeDoesInsteadOnce() {
    ada.register();
    ada.requireSecondFactor();
    JsonNode codes = ada.recoveryCodes();
    String code = codes.get(3).asString();
    JsonNode options = ada.showPassword(PASSWORD).body().get("publicKey");

    assertThat(codes).hasSize(10);
    assertThat(ada.addRecoveryCode(options, "0000-0000-0000-0000").text("/code"))
        .isEqualTo("wrong_recovery_code");
    Answer signedIn = ada.addRecoveryCode(options, code.toLowerCase(Locale.ROOT).replace("-", " "));

    assertThat(signedIn.status()).as("%s", signedIn.body()).isEqualTo(201);
    assertThat(ada.addRecoveryCode(options, codes.get(4).asString()).text("/code"))
        .as("the challenge is used up")
        .isEqualTo("wrong_passkey");
    JsonNode next = ada.showPassword(PASSWORD).body().get("publicKey");
    assertThat(ada.addRecoveryCode(next, code).text("/code")).isEqualTo("wrong_recovery_code");
    assertThat(ada.secondFactor().body().get("recoveryCodesLeft").asInt()).isEqualTo(9);
    mailTo(ada.email(), "A recovery code was used");
    ada.recoveryCodes();
    assertThat(ada.addRecoveryCode(next, codes.get(5).asString()).text("/code"))
        .as("new ones replace the old ones")
        .isEqualTo("wrong_recovery_code");
  }

  @Test
  void guessingRecoveryCodesIsSlow() {
    ada.register();
    ada.requireSecondFactor();
    String code = ada.recoveryCodes().get(0).asString();
    JsonNode options = ada.showPassword(PASSWORD).body().get("publicKey");
    for (int i = 0; i < 5; i++) {
      ada.addRecoveryCode(options, "1111-1111-1111-111" + i);
    }

    Answer slowed = ada.addRecoveryCode(options, code);

    assertThat(slowed.text("/code")).isEqualTo("too_many_attempts");
    assertThat(slowed.headers().firstValueAsLong("Retry-After").orElseThrow())
        .isBetween(500L, 600L);
    assertThat(ada.addPasskey(ada.device().sign(options)).status())
        .as("the passkey is not slowed down")
        .isEqualTo(201);
  }

  @Test
  void aNewPasswordDoesNotDoWithoutTheSecondFactor() {
    ada.register();
    ada.requireSecondFactor();
    String next = "a wholly different phrase";
    api.anonymous(
        "POST", "/api/v1/humans/password-reset/mail", "{\"email\":\"%s\"}".formatted(ada.email()));
    String mail = mailTo(ada.email(), "agora_reset_");
    String code = mail.substring(mail.indexOf("agora_reset_")).lines().findFirst().orElseThrow();

    assertThat(
            api.anonymous(
                    "POST",
                    "/api/v1/humans/password-reset",
                    "{\"code\":\"%s\",\"password\":\"%s\"}".formatted(code, next))
                .status())
        .isEqualTo(204);

    assertThat(ada.showPassword(next).text("/code")).isEqualTo("second_factor_required");
  }

  @Test
  void withoutAnyPasskeyThePasswordIsEnoughAgain() {
    assertThat(
            api.human(ada.id(), "PUT", "/api/v1/me/second-factor", "{\"required\":true}")
                .text("/code"))
        .isEqualTo("passkey_needed");
    String passkey = ada.register();
    ada.requireSecondFactor();
    PasskeyOwner eve = new PasskeyOwner(api, newHuman(), "", new Device(PAGE.origin()));

    assertThat(remove(eve, passkey).status()).isEqualTo(404);
    assertThat(remove(ada, passkey).status()).isEqualTo(204);

    assertThat(ada.showPassword(PASSWORD).status()).isEqualTo(201);
    assertThat(ada.secondFactor().body().get("required").asBoolean()).isFalse();
    mailTo(ada.email(), "A passkey was removed");
  }

  @ParameterizedTest
  @CsvSource({
    "POST,   /api/v1/me/passkeys/challenge, ''",
    "POST,   /api/v1/me/passkeys,           '{\"name\":\"x\",\"credential\":{}}'",
    "DELETE, /api/v1/me/passkeys/pky_1,     ''",
    "PUT,    /api/v1/me/second-factor,      '{\"required\":false}'",
    "POST,   /api/v1/me/recovery-codes,     ''",
  })
  void aSessionThatWasLeftOpenChangesNothing(String method, String path, String body) {
    assertThat(api.stale(ada.id(), method, path, body).text("/code")).isEqualTo("step_up_required");
  }

  private Answer remove(PasskeyOwner who, String passkey) {
    return api.human(who.id(), "DELETE", "/api/v1/me/passkeys/" + passkey, "");
  }
}
