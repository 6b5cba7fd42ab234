package dev.agora.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.agora.accounts.ApiClient.Answer;
import dev.agora.support.Contracts;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A human's sessions: listed, ended, and over when nobody uses them. */
class SessionsIT extends RunningAccounts {

  private static final String SESSIONS = "/api/v1/sessions";

  @Test
  void sessionsAreListedNewestFirstPageByPage() {
    String email = newEmail();
    String human = signUp(email).text("/id");
    String first = newSession(email, PASSWORD);
    String second = newSession(email, PASSWORD);
    String third = newSession(email, PASSWORD);
    newSession(emailOfSomebodyElse(), PASSWORD);

    Answer page = inSession(human, second, "GET", SESSIONS + "?limit=2", "");
    Answer rest =
        inSession(
            human, second, "GET", SESSIONS + "?limit=2&cursor=" + page.text("/nextCursor"), "");

    assertThat(page.text("/items/0/id")).isEqualTo(third);
    assertThat(page.text("/items/1/id")).isEqualTo(second);
    assertThat(page.body().at("/items/0/current").asBoolean()).isFalse();
    assertThat(page.body().at("/items/1/current").asBoolean()).isTrue();
    assertThat(page.text("/items/0/source")).isEqualTo("192.0.2.1");
    assertThat(page.text("/items/0/client")).startsWith("Java-http-client");
    assertThat(Instant.parse(page.text("/items/0/usedAt"))).isBeforeOrEqualTo(Instant.now());
    assertThat(rest.body().get("items")).hasSize(1);
    assertThat(rest.text("/items/0/id")).isEqualTo(first);
    assertThat(page.body().toString()).doesNotContain("agora_session_");
    assertThat(inSession(human, second, "GET", SESSIONS + "?cursor=eA", "").text("/code"))
        .isEqualTo("invalid_cursor");
  }

  @Test
  void oneIsEndedByItsHumanOnly() {
    String email = newEmail();
    String human = signUp(email).text("/id");
    String mine = newSession(email, PASSWORD);
    String other = newSession(email, PASSWORD);

    assertThat(api.human(newHuman(), "DELETE", SESSIONS + "/" + other, "").status()).isEqualTo(404);
    assertThat(isRevoked(other)).isFalse();

    assertThat(inSession(human, mine, "DELETE", SESSIONS + "/" + other, "").status())
        .isEqualTo(204);
    assertThat(isRevoked(other)).isTrue();
    assertThat(isRevoked(mine)).isFalse();
    assertThat(inSession(human, mine, "GET", SESSIONS, "").body().get("items")).hasSize(1);
  }

  @Test
  void allOthersAreEndedAtOnce() {
    String email = newEmail();
    String human = signUp(email).text("/id");
    String first = newSession(email, PASSWORD);
    String second = newSession(email, PASSWORD);
    String mine = newSession(email, PASSWORD);

    Answer ended = inSession(human, mine, "DELETE", SESSIONS, "");

    assertThat(ended.body().get("ended").asInt()).isEqualTo(2);
    assertThat(isRevoked(first) && isRevoked(second)).isTrue();
    assertThat(isRevoked(mine)).isFalse();
    assertThat(published("accounts.credential-changed", first)).contains("\"revoked\":true");
  }

  @Test
  void aSessionThatNobodyUsesIsOverAndOneInUseIsNot() {
    String email = newEmail();
    signUp(email);
    String unused = newSession(email, PASSWORD);
    String used = newSession(email, PASSWORD);

    // Unused for longer than half an hour, but for a report that comes in between.
    report(used, Instant.now());
    lastUsed(used, "29 minutes");
    lastUsed(unused, "31 minutes");
    report(used, Instant.now());

    await().until(() -> isRevoked(unused));
    assertThat(isRevoked(used)).isFalse();
  }

  @Test
  void aLateReportTurnsNoClockBack() {
    String email = newEmail();
    String human = signUp(email).text("/id");
    String session = newSession(email, PASSWORD);
    Instant later = Instant.now().plusSeconds(5);

    report(session, later);
    report(session, later.minusSeconds(3));

    assertThat(
            Instant.parse(inSession(human, session, "GET", SESSIONS, "").text("/items/0/usedAt")))
        .isAfter(later.minusSeconds(1));
  }

  @Test
  void onlyTheGatewayReports() {
    String report = Contracts.example("accounts.credential-uses");

    assertThat(asGateway("POST", "/internal/credentials/uses", report).status()).isEqualTo(204);
    assertThat(api.human(newHuman(), "POST", "/internal/credentials/uses", report).status())
        .isEqualTo(403);
  }

  private String emailOfSomebodyElse() {
    String email = newEmail();
    signUp(email);
    return email;
  }

  private void report(String session, Instant at) {
    String report =
        "{\"uses\":[{\"credentialId\":\"%s\",\"at\":\"%s\",\"source\":\"192.0.2.9\"}]}"
            .formatted(session, at);
    Contracts.validate("accounts.credential-uses", report);
    assertThat(asGateway("POST", "/internal/credentials/uses", report).status()).isEqualTo(204);
  }

  private void lastUsed(String session, String ago) {
    jdbc.sql("UPDATE session SET used_at = now() - :ago::interval WHERE credential_id = :id")
        .param("ago", ago)
        .param("id", session)
        .update();
  }
}
