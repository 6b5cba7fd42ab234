package dev.agora.accounts.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.accounts.webhook.WebhookUrl.Parsed.Good;
import dev.agora.accounts.webhook.WebhookUrl.Parsed.Wrong;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookUrlTest {

  @ParameterizedTest
  @CsvSource({
    "https://example.org, example.org, 443, /",
    "HTTPS://example.org/a?b=c%20d, example.org, 443, /a?b=c%20d",
    "https://example.org:443/x, example.org, 443, /x",
    "https://[2606:4700::1]/x, 2606:4700::1, 443, /x",
  })
  void anAddressIsTakenApart(String text, String host, int port, String target) {
    assertThat(WebhookUrl.parse(text, false))
        .isInstanceOfSatisfying(
            Good.class,
            good -> {
              assertThat(good.url().host()).isEqualTo(host);
              assertThat(good.url().port()).isEqualTo(port);
              assertThat(good.url().target()).isEqualTo(target);
              assertThat(good.url().isTls()).isTrue();
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.org",
        "http://example.org/",
        "ftp://example.org/",
        "file:///etc/passwd",
        "https:///path",
        "https://user:secret@example.org/",
        "https://example.org/#part",
        "https://example.org:0/",
        "https://example.org:8443/",
        "https://example.org:65536/",
        "https://exämple.org/",
        "https://example.org/ä",
        "https://example.org/a b",
        "https://example.org/\r\nX-Evil: 1",
        "javascript:alert(1)"
      })
  void whatIsNoneIsRefused(String text) {
    assertThat(WebhookUrl.parse(text, false)).isInstanceOf(Wrong.class);
  }

  @Test
  void tooLongIsRefusedAndOneMachineNeedsNoTls() {
    assertThat(WebhookUrl.parse("https://example.org/" + "x".repeat(2000), false))
        .isInstanceOf(Wrong.class);
    assertThat(WebhookUrl.parse("http://127.0.0.1:8000/", true)).isInstanceOf(Good.class);
  }

  /** The first values that an owner's program checks itself with; also in the documentation. */
  @Test
  void aSignatureIsWhatTheDocumentationSays() {
    assertThat(
            WebhookSecrets.signature(
                "agora_webhook_example", 1795440600, "{}".getBytes(StandardCharsets.UTF_8)))
        .matches("t=1795440600,v1=[0-9a-f]{64}")
        .isEqualTo(
            "t=1795440600,v1=4d463ba511dd3ade2dc6e1169d7faf65c4b63a6a4a4952d7b5347a3a5a0aa28d");
  }
}
