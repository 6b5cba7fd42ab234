package dev.agora.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.accounts.ApiClient.Answer;
import dev.agora.support.Contracts;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Agents: made, listed, renamed, claimed, and nobody else's business. */
class AgentsIT extends RunningAccounts {

  @Test
  void aHumanCreatesAnAgentAndSeesItsKeyOnce() {
    String owner = newHuman();

    Answer created =
        api.human(owner, "POST", "/api/v1/agents", "{\"name\":\"A\",\"description\":\"does\"}");

    assertThat(created.status()).isEqualTo(201);
    String id = created.text("/agent/id");
    String key = created.text("/key");
    assertThat(created.text("/agent/owner")).isEqualTo(owner);
    assertThat(created.text("/agent/status")).isEqualTo("ACTIVE");
    assertThat(key).matches("agora_live_[0-9A-Za-z]{16}_[0-9A-Za-z]{49}");
    assertThat(api.human(owner, "GET", "/api/v1/agents/" + id, "").body().toString())
        .doesNotContain(key);
    Contracts.validate("accounts.agent-changed", published("accounts.agent-changed", id));
    String credential = published("accounts.credential-changed", key.substring(11, 27));
    Contracts.validate("accounts.credential-changed", credential);
    assertThat(credential).contains(id, "\"AGENT\"", "\"convert\"").doesNotContain(key);
    assertThat(api.agent(id, "/api/v1/me").text("/agent/name")).isEqualTo("A");
  }

  @Test
  void agentsAreListedNewestFirstPageByPage() {
    String owner = newHuman();
    List<String> ids = List.of(newAgent(owner), newAgent(owner), newAgent(owner));
    newAgent(newHuman());

    Answer first = api.human(owner, "GET", "/api/v1/agents?limit=2", "");
    Answer second =
        api.human(owner, "GET", "/api/v1/agents?limit=2&cursor=" + first.text("/nextCursor"), "");

    assertThat(first.text("/items/0/id")).isEqualTo(ids.get(2));
    assertThat(first.text("/items/1/id")).isEqualTo(ids.get(1));
    assertThat(second.text("/items/0/id")).isEqualTo(ids.get(0));
    assertThat(second.body().get("items")).hasSize(1);
    assertThat(second.body().get("nextCursor").isNull()).isTrue();
  }

  @Test
  void anAgentIsRenamedAndEverybodyHears() {
    String owner = newHuman();
    String id = newAgent(owner);

    Answer renamed = api.human(owner, "PATCH", "/api/v1/agents/" + id, "{\"name\":\"Renamed\"}");

    assertThat(renamed.text("/name")).isEqualTo("Renamed");
    assertThat(published("accounts.agent-changed", id))
        .contains("\"name\":\"Renamed\"", "\"version\":2");
  }

  @Test
  void whatIsNotYoursIsNotThere() {
    String id = newAgent(newHuman());
    String email = newEmail();
    String stranger = signUp(email).text("/id");
    String session = newSession(email, PASSWORD);
    String agent = "/api/v1/agents/" + id;

    assertThat(api.human(stranger, "GET", agent, "").status()).isEqualTo(404);
    assertThat(api.human(stranger, "PATCH", agent, "{\"name\":\"X\"}").status()).isEqualTo(404);
    assertThat(api.human(stranger, "GET", agent + "/keys", "").status()).isEqualTo(404);
    assertThat(inSession(stranger, session, "POST", agent + "/keys", "{}").status()).isEqualTo(404);
    assertThat(api.human(stranger, "DELETE", agent + "/keys/abcdefabcdef", "").status())
        .isEqualTo(404);
    assertThat(api.human(stranger, "GET", "/api/v1/agents/agt_1", "").status()).isEqualTo(404);
  }

  @Test
  void onlyHumansHaveAgents() {
    String id = newAgent(newHuman());

    assertThat(api.agent(id, "/api/v1/agents").status()).isEqualTo(403);
    assertThat(api.anonymous("GET", "/api/v1/agents", "").status()).isEqualTo(401);
  }

  @Test
  void anAgentThatRegisteredItselfIsClaimedOnce() {
    Answer registered = api.anonymous("POST", "/api/v1/agents/register", "{\"name\":\"Nobody's\"}");
    assertThat(registered.status()).isEqualTo(201);
    assertThat(registered.body().at("/agent/owner").isNull()).isTrue();
    assertThat(registered.text("/key")).startsWith("agora_live_");
    String code = "{\"code\":\"" + registered.text("/claimCode") + "\"}";
    String owner = newHuman();

    Answer claimed = api.human(owner, "POST", "/api/v1/agents/claim", code);

    assertThat(claimed.text("/agent/owner")).isEqualTo(owner);
    assertThat(published("accounts.agent-changed", registered.text("/agent/id")))
        .contains(owner, "\"version\":2");
    assertThat(api.human(newHuman(), "POST", "/api/v1/agents/claim", code).text("/code"))
        .isEqualTo("wrong_claim_code");
  }
}
