package dev.agora.gateway.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.support.Contracts;
import dev.agora.support.Contracts.Example;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class CredentialMessagesContractTest {

  private static final JsonMapper WIRE =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  static List<Example> examples() {
    return Contracts.examples(CredentialChanged.TYPE);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void readsEveryExample(Example example) {
    CredentialChanged message = WIRE.readValue(example.json(), CredentialChanged.class);

    assertThat(message.toCredential())
        .hasValueSatisfying(
            credential -> {
              assertThat(credential.id()).isEqualTo(message.credentialId());
              assertThat(credential.hash()).hasSize(32);
              assertThat(credential.caller().roles()).isNotEmpty();
            });
  }
}
