package dev.agora.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.support.Contracts;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class AgentChangedTest {

  /** As lenient as messaging is. */
  private static final JsonMapper WIRE =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  static Stream<Contracts.Example> examples() {
    return Contracts.examples("accounts.agent-changed").stream();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void readsEveryExample(Contracts.Example example) {
    Agent agent = WIRE.readValue(example.json(), AgentChanged.class).toAgent();
    assertThat(agent.version()).isPositive();
    assertThat(agent.isClaimed()).isEqualTo(!example.name().contains("unclaimed"));
    assertThat(agent.isActive()).isTrue();
  }
}
