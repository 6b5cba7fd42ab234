package dev.agora.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.accounts.ApiClient.Answer;
import tools.jackson.databind.JsonNode;

/** A human with a device, who has just signed in. */
record PasskeyOwner(ApiClient api, String id, String email, Device device) {

  /** Makes a passkey known and answers what it is called here. */
  String register() {
    Answer answer = register(device.create(challenge()));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    return answer.text("/id");
  }

  Answer register(String credential) {
    return api.human(
        id,
        "POST",
        "/api/v1/me/passkeys",
        "{\"name\":\"laptop\",\"credential\":%s}".formatted(credential));
  }

  JsonNode challenge() {
    return api.human(id, "POST", "/api/v1/me/passkeys/challenge", "").body().get("publicKey");
  }

  /** From now on the password is not enough. */
  void requireSecondFactor() {
    assertThat(api.human(id, "PUT", "/api/v1/me/second-factor", "{\"required\":true}").status())
        .isEqualTo(200);
  }

  JsonNode recoveryCodes() {
    return api.human(id, "POST", "/api/v1/me/recovery-codes", "").body().get("codes");
  }

  Answer passkeys() {
    return api.human(id, "GET", "/api/v1/me/passkeys", "");
  }

  Answer secondFactor() {
    return api.human(id, "GET", "/api/v1/me/second-factor", "");
  }

  /** The mail address's password, and nothing else yet. */
  Answer showPassword(String password) {
    return api.anonymous(
        "POST",
        "/api/v1/sessions",
        "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password));
  }

  JsonNode challengeToSignIn() {
    return api.anonymous("POST", "/api/v1/sessions/passkey/challenge", "").body().get("publicKey");
  }

  Answer signIn(String credential) {
    return api.anonymous(
        "POST", "/api/v1/sessions/passkey", "{\"credential\":%s}".formatted(credential));
  }

  Answer addPasskey(String credential) {
    return api.anonymous(
        "POST", "/api/v1/sessions/second-factor", "{\"credential\":%s}".formatted(credential));
  }

  Answer addRecoveryCode(JsonNode publicKey, String code) {
    return api.anonymous(
        "POST",
        "/api/v1/sessions/second-factor",
        "{\"challenge\":\"%s\",\"recoveryCode\":\"%s\"}"
            .formatted(publicKey.get("challenge").asString(), code));
  }
}
