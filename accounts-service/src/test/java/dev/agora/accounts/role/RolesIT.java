package dev.agora.accounts.role;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.accounts.AccountsApplication;
import dev.agora.accounts.ApiClient.Answer;
import dev.agora.accounts.RunningAccounts;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Who runs the platform: two by command, all others by two. */
@SuppressWarnings("NullAway.Init") // injected
class RolesIT extends RunningAccounts {

  private static final String CHANGES = "/api/v1/roles/changes";

  @Autowired private AppointOperator appointOperator;
  @Autowired private Environment environment;

  @BeforeEach
  void noOperators() {
    jdbc.sql("DELETE FROM platform_role").update();
  }

  @Test
  void theFirstTwoAreAppointedByCommandAndNobodyElse() {
    String first = newEmail();
    String second = newEmail();
    String third = newEmail();
    List.of(first, second, third).forEach(this::signUp);

    assertThat(appointOperator.appoint(first)).isInstanceOf(AppointOperatorResult.Appointed.class);
    assertThat(appointOperator.appoint(second)).isInstanceOf(AppointOperatorResult.Appointed.class);

    assertThat(appointOperator.appoint(third))
        .isEqualTo(new AppointOperatorResult.EnoughOperators());
    assertThat(appointOperator.appoint(newEmail()))
        .isEqualTo(new AppointOperatorResult.NoSuchHuman());
  }

  @Test
  void nobodyIsAppointedWhoMayNotReadMailThere() {
    String email = newEmail();
    signUpUnconfirmed(email);

    assertThat(appointOperator.appoint(email)).isEqualTo(new AppointOperatorResult.Unconfirmed());
  }

  @Test
  void theCommandRunsInTheServicesOwnJar() {
    String email = newEmail();
    signUp(email);
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    List<String> arguments = new ArrayList<>(List.of(email));
    for (String name :
        List.of(
            "spring.datasource.url",
            "spring.datasource.username",
            "spring.datasource.password",
            "spring.kafka.bootstrap-servers",
            "agora.accounts.credentials.pepper",
            "agora.accounts.mail.folder",
            "agora.http.jwks-url")) {
      arguments.add("--" + name + "=" + environment.getRequiredProperty(name));
    }

    int code =
        OperatorProgram.run(
            AccountsApplication.class,
            new PrintStream(said, true, StandardCharsets.UTF_8),
            arguments);

    assertThat(said.toString(StandardCharsets.UTF_8)).contains(email, "is an operator");
    assertThat(code).isZero();
    assertThat(
            OperatorProgram.run(
                AccountsApplication.class,
                new PrintStream(said, true, StandardCharsets.UTF_8),
                List.of()))
        .isOne();
  }

  @Test
  void aSessionCarriesTheRolesItsHumanHas() {
    String email = newEmail();
    signUp(email);
    String before = newSession(email, PASSWORD);
    appointOperator.appoint(email);
    String after = newSession(email, PASSWORD);

    assertThat(lookedUp(before).body().get("roles")).hasToString("[\"HUMAN\"]");
    assertThat(lookedUp(after).body().get("roles")).hasToString("[\"HUMAN\",\"OPERATOR\"]");
  }

  @Test
  void aRoleNeedsTwoOperators() {
    String first = newOperator();
    String second = newOperator();
    String email = newEmail();
    String human = signUp(email).text("/id");

    Answer asked = asOperator(first, "POST", CHANGES, change(email, "ARBITER", "GRANT"));
    assertThat(asked.status()).isEqualTo(202);
    assertThat(asked.text("/status")).isEqualTo("REQUESTED");
    String approve = CHANGES + "/" + asked.text("/id") + "/approve";

    assertThat(asOperator(first, "POST", approve, "").text("/code"))
        .isEqualTo("second_operator_needed");
    assertThat(rolesIn(newSession(email, PASSWORD))).doesNotContain("ARBITER");

    assertThat(asOperator(second, "POST", approve, "").text("/status")).isEqualTo("APPROVED");
    assertThat(asOperator(second, "POST", approve, "").text("/approvedBy")).isEqualTo(second);
    assertThat(rolesIn(newSession(email, PASSWORD))).contains("ARBITER");
    assertThat(asOperator(first, "GET", "/api/v1/roles", "").body().toString()).contains(human);
    assertThat(asOperator(first, "GET", CHANGES, "").text("/items/0/id"))
        .isEqualTo(asked.text("/id"));
  }

  @Test
  void whoLosesARoleIsSignedOut() {
    String first = newOperator();
    String email = newEmail();
    signUp(email);
    appointOperator.appoint(email);
    String session = newSession(email, PASSWORD);
    String second = newSessionless();

    Answer asked = asOperator(first, "POST", CHANGES, change(email, "OPERATOR", "REVOKE"));
    asOperator(second, "POST", CHANGES + "/" + asked.text("/id") + "/approve", "");

    assertThat(isRevoked(session)).isTrue();
    assertThat(rolesIn(newSession(email, PASSWORD))).isEqualTo("[\"HUMAN\"]");
  }

  @Test
  void theLastOperatorStays() {
    String last = newOperator();

    Answer refused = api.human(last, "DELETE", "/api/v1/me", "");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("/code")).isEqualTo("last_operator");
    newOperator();
    assertThat(api.human(last, "DELETE", "/api/v1/me", "").status()).isEqualTo(204);
  }

  @Test
  void aSessionThatWasLeftOpenChangesNoRoles() {
    String operator = newOperator();
    String wish = change(newEmail(), "AUDITOR", "GRANT");

    assertThat(stale(operator, CHANGES, wish).text("/code")).isEqualTo("step_up_required");
    assertThat(stale(operator, CHANGES + "/rch_1/approve", "").text("/code"))
        .isEqualTo("step_up_required");
  }

  @Test
  void onlyOperatorsChangeRoles() {
    String human = newHuman();

    assertThat(api.human(human, "POST", CHANGES, change(newEmail(), "AUDITOR", "GRANT")).status())
        .isEqualTo(403);
    assertThat(api.human(human, "GET", "/api/v1/roles", "").status()).isEqualTo(403);
    assertThat(asOperator(newOperator(), "POST", CHANGES + "/rch_1/approve", "").status())
        .isEqualTo(404);
    assertThat(
            asOperator(newOperator(), "POST", CHANGES, change(newEmail(), "AUDITOR", "GRANT"))
                .text("/errors/0/pointer"))
        .isEqualTo("/email");
  }

  private String newOperator() {
    String email = newEmail();
    String human = signUp(email).text("/id");
    appointOperator.appoint(email);
    return human;
  }

  /** Acts as an operator by its token alone; who may have one is the gateway's business. */
  private String newSessionless() {
    return newHuman();
  }

  private Answer asOperator(String human, String method, String path, String body) {
    return api.as(human, List.of("HUMAN", "OPERATOR"), method, path, body);
  }

  private Answer stale(String human, String path, String body) {
    return api.stale(human, List.of("HUMAN", "OPERATOR"), "POST", path, body);
  }

  private String rolesIn(String session) {
    return lookedUp(session).body().get("roles").toString();
  }

  private static String change(String email, String role, String action) {
    return "{\"email\":\"%s\",\"role\":\"%s\",\"action\":\"%s\",\"reason\":\"test\"}"
        .formatted(email, role, action);
  }
}
