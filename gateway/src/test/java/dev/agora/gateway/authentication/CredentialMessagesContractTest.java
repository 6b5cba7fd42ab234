package dev.agora.gateway.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.support.Contracts;
import dev.agora.support.Contracts.Example;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
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

  @Test
  void writesWhatAccountsReads() {
    CredentialUses uses = new CredentialUses(new ManualClock());
    uses.note("01939c5e7a4b7c3d8e9f0a1b", new InetSocketAddress("192.0.2.7", 1));
    uses.note("01939c5e7a4b7c3d8e9f0a1b", new InetSocketAddress("192.0.2.8", 1));
    uses.note("01939c5e7a4b7c3d8e9f0a1c", null);

    List<CredentialUses.Use> first = uses.take(1);
    uses.putBack(first);
    List<CredentialUses.Use> all = uses.take(10);

    assertThat(all).extracting(CredentialUses.Use::source).contains("192.0.2.7", "unknown");
    assertThat(uses.take(10)).isEmpty();
    Contracts.validate(
        "accounts.credential-uses", WIRE.writeValueAsString(new UseReport.Report(all)));
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
