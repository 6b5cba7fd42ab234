package dev.agora.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PortalPropertiesTest {

  private static PortalProperties bind(String name, String value) {
    Map<String, String> given = new HashMap<>();
    given.put("agora.portal.gateway", "http://127.0.0.1:8080");
    given.put("agora.portal.public-url", "https://agora.example");
    given.put("agora.portal.key", Base64.getEncoder().encodeToString(new byte[32]));
    given.put("agora.portal." + name, value);
    return new Binder(new MapConfigurationPropertySource(given))
        .bind("agora.portal", PortalProperties.class)
        .get();
  }

  @Test
  void withoutSayingSoFormsLeadToBothOfStripesPages() {
    PortalProperties properties = bind("source-key", "");

    assertThat(properties.stripePages())
        .isEqualTo("https://checkout.stripe.com https://connect.stripe.com");
    assertThat(properties.isSecure()).isTrue();
    assertThat(properties.toString()).doesNotContain("AAAA");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          stripe-pages   | https://a.example; script-src *
          stripe-pages   | https://a.example,https://b.example
          stripe-pages   | javascript:alert(1)
          key            | c2hvcnQ=
          answer-within  | 0s
          connect-within | -1s
          """,
      delimiter = '|')
  void whatCanNotBeStopsItAtItsStart(String name, String value) {
    assertThatThrownBy(() -> bind(name, value)).rootCause().hasMessageContaining(name);
  }
}
