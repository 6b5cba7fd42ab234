package dev.agora.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.accounts.ApiClient.Answer;
import dev.agora.support.Contracts;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Showing once more who one is makes the session fresh, and no new one. */
@SuppressWarnings("NullAway.Init") // set before each test
class StepUpIT extends RunningAccounts {

  private static final String STEP_UP = "/api/v1/me/step-up";

  private PasskeyOwner ada;
  private String session;

  @BeforeEach
  void somebodySignedIn() {
    String email = newEmail();
    ada = new PasskeyOwner(api, signUp(email).text("/id"), email, new Device(PAGE.origin()));
    session = newSession(email, PASSWORD);
    jdbc.sql(
            """
            UPDATE credential SET authenticated_at = now() - interval '1 hour' WHERE id = :id
            """)
        .param("id", session)
        .update();
  }

  @Test
  void thePasswordDoesAndTheGatewayHears() {
    Instant before = Instant.now();

    Answer answer = stepUp("{\"password\":\"%s\"}".formatted(PASSWORD));

    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    assertThat(Instant.parse(answer.text("/authenticatedAt"))).isAfterOrEqualTo(before);
    String told = published("accounts.credential-changed", session);
    Contracts.validate("accounts.credential-changed", told);
    assertThat(told).contains("\"version\":2", answer.text("/authenticatedAt"));
    assertThat(lookedUp(session).text("/authenticatedAt"))
        .isEqualTo(answer.text("/authenticatedAt"));
  }

  @Test
  void aPasskeyDoesToo() {
    ada.register();

    assertThat(stepUp(signed(challenge())).status()).isEqualTo(200);
  }

  @Test
  void aWrongPasswordDoesNotAndNeitherDoesNothing() {
    assertThat(stepUp("{\"password\":\"a wrong password\"}").text("/code"))
        .isEqualTo("wrong_password");
    assertThat(stepUp("{}").text("/errors/0/pointer")).isEqualTo("/credential");
    assertUnchanged();
  }

  @Test
  void whoWantsMoreThanAPasswordShowsMore() {
    ada.register();
    ada.requireSecondFactor();
    String code = ada.recoveryCodes().get(0).asString();

    assertThat(stepUp("{\"password\":\"%s\"}".formatted(PASSWORD)).text("/code"))
        .isEqualTo("second_factor_required");
    assertUnchanged();
    assertThat(
            stepUp("{\"password\":\"%s\",\"recoveryCode\":\"%s\"}".formatted(PASSWORD, code))
                .status())
        .isEqualTo(200);
  }

  @Test
  void nobodyStepsUpForSomebodyElse() {
    ada.register();
    String eve = newHuman();
    String credential = signed(challenge());

    Answer answer = asHolder(eve, "HUMAN", session, "POST", STEP_UP, credential);

    assertThat(answer.text("/code")).isEqualTo("wrong_passkey");
    assertThat(stepUp(credential).text("/code")).as("used up").isEqualTo("wrong_passkey");
    assertUnchanged();
  }

  @Test
  void aSessionThatIsOverStaysOver() {
    signOut(ada.id(), session);

    assertThat(stepUp("{\"password\":\"%s\"}".formatted(PASSWORD)).status()).isEqualTo(404);
    assertThat(isRevoked(session)).isTrue();
  }

  private JsonNode challenge() {
    return inSession(ada.id(), session, "POST", STEP_UP + "/challenge", "").body().get("publicKey");
  }

  private String signed(JsonNode publicKey) {
    return "{\"credential\":%s}".formatted(ada.device().sign(publicKey));
  }

  private Answer stepUp(String body) {
    return inSession(ada.id(), session, "POST", STEP_UP, body);
  }

  private void assertUnchanged() {
    assertThat(Instant.parse(lookedUp(session).text("/authenticatedAt")))
        .isBefore(Instant.now().minusSeconds(3000));
  }
}
