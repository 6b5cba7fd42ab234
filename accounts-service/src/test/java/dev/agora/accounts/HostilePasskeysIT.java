package dev.agora.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.accounts.ApiClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Browsers, devices and people that lie. */
@SuppressWarnings("NullAway.Init") // set before each test
class HostilePasskeysIT extends RunningAccounts {

  private PasskeyOwner ada;
  private PasskeyOwner eve;

  @BeforeEach
  void twoWithDevices() {
    ada = somebody();
    eve = somebody();
  }

  @Test
  void whatAnotherPageAskedForIsWorthNothing() {
    ada.register();
    ada.device().visit("https://agora.example.org.evil.example");

    assertRefused(ada.signIn(ada.device().sign(ada.challengeToSignIn())), "BadOrigin");
    assertRefused(ada.register(ada.device().create(ada.challenge())), "BadOrigin");
  }

  @Test
  void whatAnotherDomainAskedForIsWorthNothing() {
    assertRefused(ada.register(ada.device().create(ada.challenge(), "evil.example")), "BadRpId");
    assertThat(ada.passkeys().body().get("items")).isEmpty();
  }

  @Test
  void aDeviceThatDidNotSeeItsHumanIsNotBelieved() {
    ada.register();
    ada.device().lookAway();

    assertRefused(ada.signIn(ada.device().sign(ada.challengeToSignIn())), "UserNotVerified");
    assertRefused(ada.register(ada.device().create(ada.challenge())), "UserNotVerified");
  }

  @Test
  void aChallengeIsAnsweredOnce() {
    ada.register();
    JsonNode challenge = ada.challengeToSignIn();
    String signed = ada.device().sign(challenge);

    assertThat(ada.signIn(signed).status()).isEqualTo(201);
    assertThat(ada.signIn(signed).text("/code")).isEqualTo("wrong_passkey");
    assertThat(ada.signIn(ada.device().sign(challenge)).text("/code")).isEqualTo("wrong_passkey");
  }

  @Test
  void aRefusedAnswerUsesTheChallengeUpToo() {
    ada.register();
    JsonNode challenge = ada.challengeToSignIn();
    String page = PAGE.origin();
    ada.device().visit("https://evil.example");
    ada.signIn(ada.device().sign(challenge));
    ada.device().visit(page);

    assertThat(ada.signIn(ada.device().sign(challenge)).text("/code")).isEqualTo("wrong_passkey");
  }

  @Test
  void aChallengeIsForOnePurposeAndForMinutes() {
    ada.register();
    ada.requireSecondFactor();
    JsonNode afterPassword = ada.showPassword(PASSWORD).body().get("publicKey");
    JsonNode late = ada.challengeToSignIn();
    jdbc.sql("UPDATE passkey_challenge SET expires_at = now() WHERE purpose = 'SIGN_IN'").update();

    assertThat(ada.signIn(ada.device().sign(afterPassword)).text("/code"))
        .isEqualTo("wrong_passkey");
    assertThat(ada.addPasskey(ada.device().sign(ada.challengeToSignIn())).text("/code"))
        .isEqualTo("wrong_passkey");
    assertThat(ada.signIn(ada.device().sign(late)).text("/code")).isEqualTo("wrong_passkey");
  }

  @Test
  void nobodyAnswersForSomebodyElse() {
    ada.register();
    ada.requireSecondFactor();
    eve.register();
    JsonNode adas = ada.showPassword(PASSWORD).body().get("publicKey");

    String byEve = eve.device().signWithAny(adas);

    assertThat(eve.addPasskey(byEve).text("/code")).isEqualTo("wrong_passkey");
    assertThat(reasons(eve)).contains("\"reason\":\"OtherHuman\"");
    assertThat(eve.register(eve.device().create(ada.challenge())).text("/code"))
        .as("another human's challenge")
        .isEqualTo("wrong_passkey");
  }

  @Test
  void aDeviceThatWasCopiedIsNoticed() {
    ada.register();
    jdbc.sql("UPDATE passkey SET signature_count = 1000 WHERE human_id = :id")
        .param("id", ada.id())
        .update();

    assertRefused(ada.signIn(ada.device().sign(ada.challengeToSignIn())), "MaliciousCounterValue");
  }

  @Test
  void aPasskeyThatWasRemovedOpensNothing() {
    String passkey = ada.register();
    api.human(ada.id(), "DELETE", "/api/v1/me/passkeys/" + passkey, "");

    assertThat(ada.signIn(ada.device().sign(ada.challengeToSignIn())).text("/code"))
        .isEqualTo("wrong_passkey");
  }

  @Test
  void whatSomebodyChangedOnTheWayIsNotAccepted() {
    ada.register();
    String signed = ada.device().sign(ada.challengeToSignIn());
    int at = signed.indexOf("\"signature\":\"") + 30;
    String changed =
        signed.substring(0, at) + (signed.charAt(at) == 'A' ? 'B' : 'A') + signed.substring(at + 1);

    assertRefused(ada.signIn(changed), "BadSignature");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "\"text\"",
        "{\"rawId\":7,\"response\":[]}",
        "{\"rawId\":\"AA\",\"response\":{\"clientDataJSON\":\"%%\",\"authenticatorData\":\"AA\",\"signature\":\"AA\"}}",
        "{\"rawId\":\"AA\",\"response\":{\"clientDataJSON\":\"e30\",\"authenticatorData\":\"AA\",\"signature\":\"AA\"}}",
        "{\"rawId\":\"AA\",\"response\":{\"clientDataJSON\":\"bnVsbA\",\"authenticatorData\":\"AA\",\"signature\":\"AA\",\"attestationObject\":\"AA\"}}",
        "{\"rawId\":\"AA\",\"response\":{\"clientDataJSON\":\"e30\",\"attestationObject\":\"oA\",\"transports\":[1,null]}}",
        "{\"rawId\":\"AA\",\"response\":{\"clientDataJSON\":\"W10\",\"authenticatorData\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAD_AAAAAA\",\"signature\":\"AA\",\"attestationObject\":\"v_8\"}}",
      })
  void nonsenseIsRefusedAndBreaksNothing(String credential) {
    for (Answer answer :
        new Answer[] {
          ada.signIn(credential), ada.addPasskey(credential), ada.register(credential)
        }) {
      assertThat(answer.status()).as("%s", answer.body()).isEqualTo(422);
      assertThat(answer.text("/errors/0/pointer")).isEqualTo("/credential");
    }
  }

  private void assertRefused(Answer answer, String reason) {
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text("/code")).isEqualTo("wrong_passkey");
    assertThat(reasons(ada)).contains("\"reason\":\"" + reason + "\"");
  }

  private String reasons(PasskeyOwner of) {
    return api.human(of.id(), "GET", "/api/v1/audit", "").body().toString();
  }

  private PasskeyOwner somebody() {
    String email = newEmail();
    return new PasskeyOwner(api, signUp(email).text("/id"), email, new Device(PAGE.origin()));
  }
}
