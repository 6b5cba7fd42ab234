package dev.agora.gateway.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;

class PersonsAddressTest {

  private static final String KEY = "k".repeat(32);

  private static String seen(String configured, String shown, String address) {
    MockServerHttpRequest.BaseBuilder<?> request =
        MockServerHttpRequest.get("/api/v1/me")
            .remoteAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 40_000));
    if (!shown.isEmpty()) {
      request.header("X-Agora-Portal-Key", shown);
    }
    request.header("X-Forwarded-For", address);
    AtomicReference<String> seen = new AtomicReference<>("");
    new PersonsAddress(new PortalProperties(configured))
        .filter(
            MockServerWebExchange.from(request.build()),
            exchange -> {
              InetSocketAddress remote =
                  Objects.requireNonNull(exchange.getRequest().getRemoteAddress());
              seen.set(remote.getAddress().getHostAddress());
              return Mono.empty();
            })
        .block();
    return seen.get();
  }

  @ParameterizedTest
  @CsvSource({"192.0.2.7, 192.0.2.7", "2001:db8::7, 2001:db8:0:0:0:0:0:7"})
  void thePortalIsBelieved(String address, String seen) {
    assertThat(seen(KEY, KEY, address)).isEqualTo(seen);
  }

  @ParameterizedTest
  @CsvSource({"home", "''", "'192.0.2.7, 192.0.2.8'", "192.0.2.7:80", "999.0.0.1"})
  void whatIsNoAddressIsNotTaken(String address) {
    assertThat(seen(KEY, KEY, address)).isEqualTo("127.0.0.1");
  }

  @Test
  void nobodyElseIsBelieved() {
    assertThat(seen(KEY, "", "192.0.2.7")).isEqualTo("127.0.0.1");
    assertThat(seen(KEY, KEY + "k", "192.0.2.7")).isEqualTo("127.0.0.1");
    assertThat(seen("", "", "192.0.2.7")).isEqualTo("127.0.0.1");
    assertThat(seen("", KEY, "192.0.2.7")).isEqualTo("127.0.0.1");
  }

  @Test
  void aShortKeyStopsTheGatewayAtItsStart() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PortalProperties("short"))
        .withMessageContaining("agora.gateway.portal.source-key");
    assertThat(new PortalProperties(KEY).toString()).doesNotContain(KEY);
  }
}
