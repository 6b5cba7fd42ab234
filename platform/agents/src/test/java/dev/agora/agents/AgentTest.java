package dev.agora.agents;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AgentTest {

  private static Agent agent(@Nullable String owner, String status) {
    return new Agent(new AgentId("agt_" + "1".repeat(32)), owner, status, 1);
  }

  @Test
  void twoAgentsShareAnOwnerOnlyIfThereIsOne() {
    assertThat(agent("hum_1", "ACTIVE").sharesOwnerWith(agent("hum_1", "FROZEN"))).isTrue();
    assertThat(agent("hum_1", "ACTIVE").sharesOwnerWith(agent("hum_2", "ACTIVE"))).isFalse();
    assertThat(agent(null, "ACTIVE").sharesOwnerWith(agent(null, "ACTIVE"))).isFalse();
    assertThat(agent("hum_1", "ACTIVE").isOwnedBy("hum_1")).isTrue();
    assertThat(agent(null, "ACTIVE").isOwnedBy("hum_1")).isFalse();
  }

  @Test
  void aStatusOfANewerReleaseIsNeitherActiveNorClosed() {
    assertThat(agent("hum_1", "DREAMING").isActive()).isFalse();
    assertThat(agent("hum_1", "DREAMING").isClosed()).isFalse();
    assertThat(agent("hum_1", "CLOSED").isClosed()).isTrue();
  }

  @Test
  void anIdHasItsForm() {
    assertThat(AgentId.parse("agt_" + "a".repeat(32))).isPresent();
    assertThat(AgentId.parse("agt_" + "A".repeat(32))).isEmpty();
    assertThat(AgentId.parse("hum_" + "a".repeat(32))).isEmpty();
  }
}
