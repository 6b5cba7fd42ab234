package dev.agora.stripe.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.net.Webhook;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignatureTest {

  private static final String SECRET = "whsec_test";
  private static final byte[] BODY = "{\"id\": \"evt_1\"}".getBytes(StandardCharsets.UTF_8);
  private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
  private static final String ZEROS = "0".repeat(64);

  private final WebhookSignature signature = new WebhookSignature(SECRET, Duration.ofMinutes(5));

  @Test
  void acceptsWhatStripesOwnLibrarySigns() {
    assertThat(isValid(header(NOW))).isTrue();
  }

  @Test
  void acceptsOneGoodSignatureAmongOthersAsDuringARotation() {
    assertThat(isValid(header(NOW) + ",v1=" + ZEROS + ",v0=" + ZEROS)).isTrue();
  }

  @Test
  void checksBothDirectionsOfTheClock() {
    assertThat(isValid(header(NOW.minusSeconds(300)))).isTrue();
    assertThat(isValid(header(NOW.plusSeconds(300)))).isTrue();
    assertThat(isValid(header(NOW.minusSeconds(301)))).isFalse();
    assertThat(isValid(header(NOW.plusSeconds(301)))).isFalse();
    assertThat(isValid(header(NOW.plusSeconds(31_536_000)))).isFalse();
  }

  @Test
  void refusesAnotherBodyAnotherSecretAndNoHeader() {
    assertThat(signature.isValid("{}".getBytes(StandardCharsets.UTF_8), header(NOW), NOW))
        .isFalse();
    assertThat(
            new WebhookSignature("whsec_other", Duration.ofMinutes(5))
                .isValid(BODY, header(NOW), NOW))
        .isFalse();
    assertThat(signature.isValid(BODY, null, NOW)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        "=",
        "t",
        "t=",
        "t=,v1=",
        "v1",
        "t=1800000000",
        "t=1800000000,v1=",
        "t=1800000000,v1=zz",
        "t=NaN,v1=0000000000000000000000000000000000000000000000000000000000000000",
        "t=-1,v1=0000000000000000000000000000000000000000000000000000000000000000",
        "t=99999999999999999999,v1=00",
        "t=1800000000,t=1800000000,v1=00",
        "t=1800000000,v1=0000000000000000000000000000000000000000000000000000000000000000",
        "t=1800000000;v1=0000000000000000000000000000000000000000000000000000000000000000",
        "💥=1,v1=💥",
      })
  void anyMalformedHeaderIsInvalidAndNothingElse(String header) {
    assertThat(isValid(header)).isFalse();
  }

  private boolean isValid(String header) {
    return signature.isValid(BODY, header, NOW);
  }

  private static String header(Instant at) {
    try {
      return Webhook.Signature.generateSignatureHeader(
          new String(BODY, StandardCharsets.UTF_8), SECRET, at.getEpochSecond());
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
