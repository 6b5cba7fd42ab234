package dev.agora.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.accounts.ApiClient.Answer;
import dev.agora.support.Contracts;
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

    Answer added =
        api.human(owner, "POST", keys, "{\"name\":\"second\",\"scopes\":[\"credits:read\"]}");
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
          """,
      delimiter = '|',
      quoteCharacter = '\'')
  void aKeyIsNotMadeOfNonsense(String body, String pointer) {
    String owner = newHuman();
    Answer answer = api.human(owner, "POST", "/api/v1/agents/" + newAgent(owner) + "/keys", body);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
  }

  @Test
  void anAgentHasAFewKeysOnly() {
    String owner = newHuman();
    String keys = "/api/v1/agents/" + newAgent(owner) + "/keys";
    for (int i = 0; i < 9; i++) {
      assertThat(api.human(owner, "POST", keys, "{}").status()).isEqualTo(201);
    }

    assertThat(api.human(owner, "POST", keys, "{}").text("/code")).isEqualTo("too_many_keys");
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
