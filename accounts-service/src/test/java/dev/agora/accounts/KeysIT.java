package dev.agora.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.accounts.ApiClient.Answer;
import dev.agora.support.Contracts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys: several per agent, with scopes and an end, and known to the gateway. */
class KeysIT extends RunningAccounts {

  @Test
  void aKeyIsExchangedWithoutAPause() {
    String owner = newHuman();
    String agent = newAgent(owner);
    String keys = "/api/v1/agents/" + agent + "/keys";

    Answer added = add(owner, keys, "{\"name\":\"second\",\"scopes\":[\"credits:read\"]}");
    assertThat(added.status()).isEqualTo(201);
    assertThat(added.text("/key")).startsWith("agora_live_" + added.text("/id") + "_");
    Answer both = api.human(owner, "GET", keys, "");
    assertThat(both.body().get("items")).hasSize(2);
    assertThat(both.text("/items/1/scopes/0")).isEqualTo("credits:read");
    assertThat(both.body().toString()).doesNotContain("agora_live_");

    String first = both.text("/items/0/id");
    assertThat(api.human(owner, "DELETE", keys + "/" + first, "").status()).isEqualTo(204);
    assertThat(api.human(owner, "GET", keys, "").body().get("items")).hasSize(1);
    assertThat(published("accounts.credential-changed", first)).contains("\"revoked\":true");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          {"scopes":["everything"]}                | /scopes/0
          {"scopes":[]}                            | /scopes
          {"expiresAt":"2020-01-01T00:00:00Z"}     | /expiresAt
          {"ipRanges":["::1","example.org"]}       | /ipRanges/1
          {"ipRanges":["192.0.2.0/33"]}            | /ipRanges/0
          """,
      delimiter = '|',
      quoteCharacter = '\'')
  void aKeyIsNotMadeOfNonsense(String body, String pointer) {
    String owner = newHuman();
    Answer answer = add(owner, "/api/v1/agents/" + newAgent(owner) + "/keys", body);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
  }

  @Test
  void anAgentHasAFewKeysOnly() {
    String owner = newHuman();
    String keys = "/api/v1/agents/" + newAgent(owner) + "/keys";
    for (int i = 0; i < 9; i++) {
      assertThat(add(owner, keys, "{}").status()).isEqualTo(201);
    }

    assertThat(add(owner, keys, "{}").text("/code")).isEqualTo("too_many_keys");
  }

  @Test
  void makingAKeyNeedsAPasswordThatWasShownAMomentAgo() {
    String email = newEmail();
    String owner = signUp(email).text("/id");
    String session = newSession(email, PASSWORD);
    String keys = "/api/v1/agents/" + newAgent(owner) + "/keys";
    assertThat(inSession(owner, session, "POST", keys, "{}").status()).isEqualTo(201);

    Answer refused = api.stale(owner, "POST", keys, "{}");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text("/code")).isEqualTo("step_up_required");
    assertThat(api.stale(owner, "GET", keys, "").status()).isEqualTo(200);
  }

  @Test
  void aKeyIsBoundToRangesOfAddresses() {
    String owner = newHuman();
    String keys = "/api/v1/agents/" + newAgent(owner) + "/keys";

    Answer added = add(owner, keys, "{\"ipRanges\":[\"192.0.2.0/24\",\"2001:db8::1\"]}");

    assertThat(added.body().get("ipRanges"))
        .hasToString("[\"192.0.2.0/24\",\"2001:db8:0:0:0:0:0:1/128\"]");
    assertThat(api.human(owner, "GET", keys, "").body().at("/items/1/ipRanges")).hasSize(2);
    String told = published("accounts.credential-changed", added.text("/id"));
    Contracts.validate("accounts.credential-changed", told);
    assertThat(told).contains("\"ipRanges\":[\"192.0.2.0/24\"");
    assertThat(lookedUp(added.text("/id")).body().get("ipRanges")).hasSize(2);
  }

  @Test
  void aKeyCanMakeItselfWorthless() {
    String owner = newHuman();
    Answer created = api.human(owner, "POST", "/api/v1/agents", "{\"name\":\"A\"}");
    String agent = created.text("/agent/id");
    String key = created.text("/key").substring(11, 27);

    assertThat(withKey(newAgent(owner), key).status()).as("another agent's").isEqualTo(404);
    assertThat(isRevoked(key)).isFalse();
    assertThat(withKey(agent, key).status()).isEqualTo(204);
    assertThat(isRevoked(key)).isTrue();
  }

  @Test
  void anOwnerSeesWhenAKeyWasLastUsed() {
    String owner = newHuman();
    Answer created = api.human(owner, "POST", "/api/v1/agents", "{\"name\":\"A\"}");
    String keys = "/api/v1/agents/" + created.text("/agent/id") + "/keys";
    String key = created.text("/key").substring(11, 27);
    assertThat(api.human(owner, "GET", keys, "").body().at("/items/0/lastUsedAt").isMissingNode())
        .isTrue();

    for (String at : List.of("2026-11-28T10:00:00Z", "2026-11-28T09:00:00Z")) {
      asGateway(
          "POST",
          "/internal/credentials/uses",
          "{\"uses\":[{\"credentialId\":\"%s\",\"at\":\"%s\",\"source\":\"192.0.2.9\"}]}"
              .formatted(key, at));
    }

    Answer listed = api.human(owner, "GET", keys, "");
    assertThat(listed.text("/items/0/lastUsedAt")).isEqualTo("2026-11-28T10:00:00Z");
    assertThat(listed.text("/items/0/lastUsedFrom")).isEqualTo("192.0.2.9");
  }

  /** With a session that began just now. */
  private Answer add(String owner, String keys, String body) {
    String email =
        jdbc.sql("SELECT email FROM human WHERE id = :id")
            .param("id", owner)
            .query(String.class)
            .single();
    return inSession(owner, newSession(email, PASSWORD), "POST", keys, body);
  }

  private Answer withKey(String agent, String key) {
    return asHolder(agent, "AGENT", key, "DELETE", "/api/v1/keys/current", "");
  }

  @Test
  void onlyTheGatewayLooksCredentialsUp() {
    String owner = newHuman();
    String key = api.human(owner, "POST", "/api/v1/agents", "{\"name\":\"A\"}").text("/key");
    String path = "/internal/credentials/" + key.substring(11, 27);

    Answer answer = lookedUp(key.substring(11, 27));
    Contracts.validate("accounts.credential-changed", answer.body().toString());
    assertThat(lookedUp("unknown00000").status()).isEqualTo(404);
    assertThat(api.human(owner, "GET", path, "").status()).isEqualTo(403);
    assertThat(api.anonymous("GET", path, "").status()).isEqualTo(401);
  }
}
