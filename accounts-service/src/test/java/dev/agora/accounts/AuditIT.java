package dev.agora.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.accounts.ApiClient.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who did what to whom, for those whom it concerns. */
class AuditIT extends RunningAccounts {

  private static final String AUDIT = "/api/v1/audit";

  @Test
  void everyActOfAHumanAndItsAgentsIsWrittenDown() {
    String email = newEmail();
    String human = signUp(email).text("/id");
    String other = newSession(email, PASSWORD);
    String session = newSession(email, PASSWORD);
    signIn(email, "a wrong password");
    Answer created = api.human(human, "POST", "/api/v1/agents", "{\"name\":\"A\"}");
    String agent = created.text("/agent/id");
    String key = created.text("/key").substring(11, 27);
    api.human(human, "PATCH", "/api/v1/agents/" + agent, "{\"name\":\"B\"}");
    api.human(human, "DELETE", "/api/v1/agents/" + agent + "/keys/" + key, "");
    inSession(
        human,
        session,
        "POST",
        "/api/v1/me/password",
        "{\"currentPassword\":\"%s\",\"newPassword\":\"a wholly different phrase\"}"
            .formatted(PASSWORD));

    Answer log = api.human(human, "GET", AUDIT, "");

    assertThat(lines(log))
        .containsExactly(
            "PASSWORD_CHANGED by " + human + " on " + human,
            "SESSION_ENDED by " + human + " on " + other,
            "KEY_REVOKED by " + human + " on " + key,
            "AGENT_CHANGED by " + human + " on " + agent,
            "KEY_CREATED by " + human + " on " + key,
            "AGENT_CREATED by " + human + " on " + agent,
            "SIGN_IN_REFUSED by anonymous on " + human,
            "SIGNED_IN by " + human + " on " + session,
            "SIGNED_IN by " + human + " on " + other,
            "SIGNED_UP by " + human + " on " + human);
    assertThat(log.text("/items/3/before/version")).isEqualTo("1");
    assertThat(log.text("/items/3/after/version")).isEqualTo("2");
    assertThat(log.text("/items/0/source")).isEqualTo("192.0.2.1");
    assertThat(log.body().toString()).doesNotContain(PASSWORD, "agora_live_", "agora_session_");
  }

  @Test
  void pagesAreStable() {
    String human = newHuman();
    newAgent(human);

    Answer first = api.human(human, "GET", AUDIT + "?limit=2", "");
    newAgent(human);
    Answer second =
        api.human(human, "GET", AUDIT + "?limit=2&cursor=" + first.text("/nextCursor"), "");

    assertThat(lines(first)).first().asString().startsWith("KEY_CREATED");
    assertThat(lines(second)).containsExactly("SIGNED_UP by " + human + " on " + human);
    assertThat(api.human(human, "GET", AUDIT + "?cursor=eA", "").text("/code"))
        .isEqualTo("invalid_cursor");
  }

  @Test
  void whatConcernsOthersIsForAuditorsOnly() {
    String human = newHuman();
    String other = newHuman();

    assertThat(lines(api.human(other, "GET", AUDIT, ""))).noneMatch(line -> line.contains(human));
    assertThat(api.human(other, "GET", AUDIT + "?owner=" + human, "").status()).isEqualTo(403);
    assertThat(api.human(other, "GET", AUDIT + "/proof", "").status()).isEqualTo(403);
    assertThat(api.agent(newAgent(human), AUDIT).status()).isEqualTo(403);
    assertThat(api.anonymous("GET", AUDIT, "").status()).isEqualTo(401);

    assertThat(lines(asAuditor(AUDIT + "?owner=" + human))).isNotEmpty();
    assertThat(lines(asAuditor(AUDIT + "?limit=100"))).anyMatch(line -> line.contains(other));
  }

  @Test
  void theChainProvesItself() {
    newAgent(newHuman());

    Answer proof = asAuditor(AUDIT + "/proof");

    assertThat(proof.body().get("ok").asBoolean()).isTrue();
    assertThat(proof.body().get("verified").asLong()).isPositive();
    assertThat(proof.text("/head")).matches("[0-9a-f]{64}");
  }

  private Answer asAuditor(String path) {
    return api.as("hum_auditor", List.of("HUMAN", "AUDITOR"), "GET", path, "");
  }

  private static List<String> lines(Answer log) {
    List<String> lines = new ArrayList<>();
    log.body()
        .get("items")
        .forEach(
            entry ->
                lines.add(
                    "%s by %s on %s"
                        .formatted(
                            entry.get("act").asString(),
                            entry.get("actor").asString(),
                            entry.get("target").asString())));
    return lines;
  }
}
