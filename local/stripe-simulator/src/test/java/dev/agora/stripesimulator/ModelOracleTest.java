package dev.agora.stripesimulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.stripesimulator.oracle.ModelOracle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The oracle itself must be able to say no. */
class ModelOracleTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"object\":\"transfer\",\"amounts\":1}",
        "{\"object\":\"transfer\",\"amount\":\"1\"}",
        "{\"object\":\"transfer\",\"amount\":1.5}",
        "{\"object\":\"transfer\",\"reversed\":\"false\"}",
        "{\"object\":\"transfer\",\"destination\":5}",
        "{\"object\":\"transfer\",\"metadata\":[]}",
        "{\"object\":\"transfer\",\"reversals\":{\"object\":\"list\",\"extra\":1}}",
        "{\"object\":\"trousers\"}",
        "{\"object\":\"list\",\"data\":[{\"object\":\"charge\",\"outcome\":{\"mood\":\"x\"}}]}",
        "{\"object\":\"event\",\"data\":{\"object\":{\"object\":\"charge\",\"colour\":\"x\"}}}",
        "{\"object\":\"v2.core.account\",\"identity\":{\"planet\":\"mars\"}}",
        "{\"error\":{\"type\":\"card_error\",\"sorry\":true}}",
      })
  void findsWhatStripeWouldNotSend(String json) {
    assertThat(ModelOracle.problems(json)).hasSize(1);
  }

  @Test
  void letsPassWhatStripeSends() {
    assertThat(
            ModelOracle.problems(
                "{\"object\":\"transfer\",\"amount\":1,\"destination\":{\"object\":\"account\","
                    + "\"id\":\"acct_1\"},\"metadata\":{\"a\":\"b\"},\"description\":null}"))
        .isEmpty();
  }
}
