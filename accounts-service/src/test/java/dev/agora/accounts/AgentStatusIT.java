package dev.agora.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.agora.accounts.agent.AgentId;
import dev.agora.accounts.agent.AgentStatus;
import dev.agora.accounts.agent.FollowStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the ledger decided on an agent's status, as accounts shows it and tells it on. */
class AgentStatusIT extends RunningAccounts {

  @Autowired
  @SuppressWarnings("NullAway.Init") // injected
  private FollowStatus followStatus;

  @Test
  void whatTheLedgerTellsIsShown() {
    String owner = newHuman();
    String agent = newAgent(owner);

    tell(agent, "FROZEN", 1);

    await().atMost(Duration.ofSeconds(60)).until(() -> status(owner, agent), "FROZEN"::equals);
    assertThat(published("accounts.agent-changed", agent))
        .contains("\"status\":\"FROZEN\"", "\"version\":2");
  }

  @Test
  void oldNewsChangesNothing() {
    String owner = newHuman();
    String agent = newAgent(owner);
    followStatus.follow(new AgentId(agent), AgentStatus.FROZEN, 3);

    followStatus.follow(new AgentId(agent), AgentStatus.ACTIVE, 2);
    followStatus.follow(new AgentId(agent), AgentStatus.ACTIVE, 3);

    assertThat(status(owner, agent)).isEqualTo("FROZEN");
    assertThat(published("accounts.agent-changed", agent)).contains("\"version\":2");
  }

  private String status(String owner, String agent) {
    return api.human(owner, "GET", "/api/v1/agents/" + agent, "").text("/status");
  }

  private static void tell(String agent, String status, long version) {
    LedgerNews.tell(
        "ledger.agent-status-changed",
        agent,
        "{\"agentId\":\"%s\",\"status\":\"%s\",\"version\":%d,\"at\":\"2026-11-22T09:30:00Z\"}"
            .formatted(agent, status, version));
  }
}
