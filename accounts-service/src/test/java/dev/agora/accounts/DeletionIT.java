package dev.agora.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.accounts.ApiClient.Answer;
import dev.agora.support.Contracts;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept of a human, and that nothing is afterwards. */
@SuppressWarnings("NullAway.Init") // set before each test
class DeletionIT extends RunningAccounts {

  private static final String ME = "/api/v1/me";

  private String email;
  private String human;
  private String session;

  @BeforeEach
  void somebody() {
    email = newEmail();
    human = signUp(email).text("/id");
    session = newSession(email, PASSWORD);
  }

  @Test
  void aHumanReadsWhatIsKept() {
    String agent = newAgent(human);
    PasskeyOwner owner = new PasskeyOwner(api, human, email, new Device(PAGE.origin()));
    String passkey = owner.register();

    Answer export = api.human(human, "GET", ME + "/export", "");

    assertThat(export.status()).as("%s", export.body()).isEqualTo(200);
    assertThat(export.text("/accounts/human/email")).isEqualTo(email);
    assertThat(export.text("/accounts/human/createdAt")).endsWith("Z");
    assertThat(export.text("/accounts/sessions/0/id")).isEqualTo(session);
    assertThat(export.text("/accounts/agents/0/id")).isEqualTo(agent);
    assertThat(export.text("/accounts/passkeys/0/id")).isEqualTo(passkey);
    assertThat(export.body().get("elsewhere")).isNotEmpty();
    assertThat(export.body().toString()).doesNotContain("hash", "argon2", "public_key");
    assertThat(export.headers().firstValue("Cache-Control")).hasValue("no-store");
  }

  @Test
  void nothingIsLeftButTheId() {
    PasskeyOwner owner = new PasskeyOwner(api, human, email, new Device(PAGE.origin()));
    owner.register();
    owner.recoveryCodes();
    String agent = newAgent(human);
    close(agent);

    Answer deleted = api.human(human, "DELETE", ME, "");

    assertThat(deleted.status()).as("%s", deleted.body()).isEqualTo(204);
    assertThat(isRevoked(session)).isTrue();
    assertThat(signIn(email, PASSWORD).text("/code")).isEqualTo("wrong_credentials");
    assertThat(api.human(human, "GET", ME, "").status()).isEqualTo(404);
    assertThat(tablesThatKnow(email)).isEmpty();
    assertThat(tablesThatKnow(human))
        .containsExactlyInAnyOrder("human", "agent_human", "audit_entry", "credential");
    String told = published("accounts.human-deleted", human);
    Contracts.validate("accounts.human-deleted", told);
    assertThat(told).doesNotContain(email);
    String key = keysInForce(agent);
    assertThat(key).isEqualTo("0");
    Answer proof =
        api.as(newHuman(), List.of("HUMAN", "AUDITOR"), "GET", "/api/v1/audit/proof", "");
    assertThat(proof.body().get("ok").asBoolean()).isTrue();
    assertThat(signUp(email).text("/id")).as("somebody new").isNotEqualTo(human);
    assertThat(signIn(email, PASSWORD).status()).isEqualTo(201);
  }

  @Test
  void whoOwnsAgentsStays() {
    String agent = newAgent(human);

    Answer refused = api.human(human, "DELETE", ME, "");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("/code")).isEqualTo("owns_agents");
    assertThat(refused.text("/agents/0")).isEqualTo(agent);
    assertThat(isRevoked(session)).isFalse();
    assertThat(signIn(email, PASSWORD).status()).isEqualTo(201);
  }

  @Test
  void aSessionThatWasLeftOpenDeletesAndShowsNothing() {
    assertThat(api.stale(human, "DELETE", ME, "").text("/code")).isEqualTo("step_up_required");
    assertThat(api.stale(human, "GET", ME + "/export", "").text("/code"))
        .isEqualTo("step_up_required");
  }

  /** As the ledger's news do when nothing is left. */
  private void close(String agent) {
    jdbc.sql("UPDATE agent SET status = 'CLOSED' WHERE id = :id").param("id", agent).update();
  }

  private String keysInForce(String agent) {
    return jdbc.sql(
            "SELECT count(*)::text FROM credential WHERE subject = :id AND revoked_at IS NULL")
        .param("id", agent)
        .query(String.class)
        .single();
  }

  /** Every table of the service in which some row has that text; messages leave after a week. */
  private List<String> tablesThatKnow(String text) {
    return jdbc
        .sql(
            """
            SELECT c.relname FROM pg_class c
            WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
              AND c.relname NOT LIKE 'outbox%' AND c.relname NOT LIKE 'inbox%'
            """)
        .query((row, number) -> row.getString("relname"))
        .list()
        .stream()
        .filter(
            table ->
                jdbc.sql(
                        "SELECT EXISTS (SELECT FROM \"%s\" t WHERE t::text LIKE '%%' || :text || '%%')"
                            .formatted(table))
                    .param("text", text)
                    .query(Boolean.class)
                    .single())
        .toList();
  }
}
