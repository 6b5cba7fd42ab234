package dev.agora.gateway.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.gateway.authentication.CredentialVectors.Vector;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialTextTest {

  private static final String GOOD =
      "agora_live_AAAAAAAAAAAAAAAA_00000000000000000000000000000000000000000010Uwcr9";

  @Test
  void readsWhatAccountsServiceMakes() {
    CredentialVectors agreed = CredentialVectors.read();
    CredentialHash hash = new CredentialHash(agreed.pepper());
    for (Vector vector : agreed.vectors()) {
      CredentialText text = CredentialText.parse(vector.text()).orElseThrow();
      assertThat(text.kind().name()).isEqualTo(vector.kind());
      assertThat(text.id()).isEqualTo(vector.id());
      assertThat(hash.matches(text, Base64.getUrlDecoder().decode(vector.hash()))).isTrue();
    }
  }

  @Test
  void anotherSecretDoesNotMatch() {
    CredentialVectors agreed = CredentialVectors.read();
    CredentialHash hash = new CredentialHash(agreed.pepper());
    CredentialText text = CredentialText.parse(agreed.vectors().getFirst().text()).orElseThrow();
    byte[] other = Base64.getUrlDecoder().decode(agreed.vectors().getLast().hash());
    assertThat(hash.matches(text, other)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "agora_live_",
        "agora_live_AAAAAAAAAAAAAAAA",
        "agora_live_AAAAAAAAAAAAAAAA_",
        // A digit of the checksum, of the secret, of the id, of the prefix.
        "agora_live_AAAAAAAAAAAAAAAA_00000000000000000000000000000000000000000010Uwcr8",
        "agora_live_AAAAAAAAAAAAAAAA_00000000000000000000000000000000000000000020Uwcr9",
        "agora_live_BAAAAAAAAAAAAAAA_00000000000000000000000000000000000000000010Uwcr9",
        "agora_test_AAAAAAAAAAAAAAAA_00000000000000000000000000000000000000000010Uwcr9",
        // Too short an id and too short a secret.
        "agora_live_AAAAAAAAAAA_00000000000000000000000000000000000000000010Uwcr9",
        "agora_live_AAAAAAAAAAAAAAAA_0000000000000000000000000000000000000010Uwcr9",
        // Not base 62.
        "agora_live_AAAAAAAAAAAAAAA-_00000000000000000000000000000000000000000010Uwcr9",
        "agora_live_AAAAAAAAAAAAAAAA_0000000000000000000000000000000000000000_010Uwcr9",
        "agora_live_AAAAAAAAAAAAAAAA_000000000000000000000000000000000000000000ß0Uwcr9"
      })
  void everythingElseIsRefusedWithoutALookUp(String text) {
    assertThat(CredentialText.parse(text)).isEmpty();
  }

  @Test
  void overlongTextIsRefusedUnread() {
    assertThat(CredentialText.parse(GOOD + "0".repeat(200))).isEmpty();
  }

  @Test
  void itsTextNeverShowsTheSecret() {
    assertThat(CredentialText.parse(GOOD).orElseThrow().toString())
        .isEqualTo("KEY AAAAAAAAAAAAAAAA");
  }
}
