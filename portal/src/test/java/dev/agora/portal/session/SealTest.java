package dev.agora.portal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.agora.portal.PortalProperties;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SealTest {

  @Test
  void aSecretComesBackAndLooksDifferentEachTime() {
    Seal seal = seal(1);

    assertThat(seal.open(seal.close("agora_session_x"))).isEqualTo("agora_session_x");
    assertThat(seal.close("agora_session_x"))
        .isNotEqualTo(seal.close("agora_session_x"))
        .doesNotContain("agora");
  }

  @Test
  void anotherKeyOpensNothing() {
    String sealed = seal(1).close("agora_session_x");

    assertThatIllegalStateException().isThrownBy(() -> seal(2).open(sealed));
  }

  private static Seal seal(int first) {
    byte[] key = new byte[32];
    key[0] = (byte) first;
    return new Seal(
        new PortalProperties(
            URI.create("http://127.0.0.1:8080"),
            URI.create("http://localhost:8080"),
            Base64.getEncoder().encodeToString(key),
            "",
            "https://checkout.stripe.com",
            Duration.ofSeconds(1),
            Duration.ofSeconds(1)));
  }
}
