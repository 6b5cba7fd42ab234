package dev.agora.accounts.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class CredentialTextTest {

  private static final String SHORT_PEPPER = "c2hvcnQ=";

  /** What both sides agree on, as module contracts has it. */
  private record Agreed(String pepper, List<Vector> vectors) {

    private record Vector(String kind, String text, String id, String hash) {}

    private static Agreed read() throws IOException {
      try (InputStream file =
          Agreed.class.getResourceAsStream("/contracts/accounts/credential-text.vectors.json")) {
        return JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .readValue(Objects.requireNonNull(file), Agreed.class);
      }
    }
  }

  @Test
  void makesWhatTheGatewayReads() throws IOException {
    Agreed agreed = Agreed.read();
    CredentialHash hash = new CredentialHash(new CredentialProperties(agreed.pepper()));
    for (Agreed.Vector vector : agreed.vectors()) {
      String signed = vector.text().substring(0, vector.text().length() - Base62.CHECKSUM_LENGTH);
      CredentialText text = CredentialText.ofSigned(signed);
      assertThat(text.id()).isEqualTo(vector.id());
      assertThat(text.text()).isEqualTo(vector.text());
      assertThat(hash.of(text.signed())).isEqualTo(vector.hash());
      assertThat(text.text()).startsWith(CredentialKind.valueOf(vector.kind()).prefix());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRandomOneHasTheFormOfItsKind(CredentialKind kind) {
    CredentialText text = CredentialText.random(kind, new SecureRandom());

    assertThat(text.text())
        .matches(kind.prefix() + "[0-9A-Za-z]{16}_[0-9A-Za-z]{49}")
        .startsWith(text.signed());
    assertThat(text.id()).hasSize(16);
  }

  @Test
  void noTwoAreEqual() {
    SecureRandom random = new SecureRandom();
    Set<String> texts = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      texts.add(CredentialText.random(CredentialKind.KEY, random).text());
    }
    assertThat(texts).hasSize(1000);
  }

  @Test
  void noTextOfAnObjectShowsTheSecret() {
    CredentialText text = CredentialText.random(CredentialKind.KEY, new SecureRandom());

    assertThat(text.toString()).isEqualTo("credential " + text.id());
    assertThat(new CredentialProperties("pepper").toString()).doesNotContain("pepper");
  }

  @Test
  void aShortPepperStopsTheService() {
    assertThatThrownBy(() -> new CredentialHash(new CredentialProperties(SHORT_PEPPER)))
        .hasMessageContaining("agora.accounts.credentials.pepper")
        .hasMessageContaining("at least 32")
        .hasMessageNotContaining("short");
  }
}
