package dev.agora.portal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpResponse;

class ApiCallsTest {

  private static final byte[] NOTHING = new byte[0];

  private final List<HttpHeaders> sent = new ArrayList<>();

  private record At(Optional<String> address, Optional<String> browser) implements Visitor {}

  private static final Visitor ADA = new At(Optional.of("192.0.2.7"), Optional.of("Chromium"));

  private ClientHttpResponse call(ApiCalls calls, boolean money, ClientHttpResponse... answers)
      throws IOException {
    MockClientHttpRequest request =
        new MockClientHttpRequest(HttpMethod.POST, URI.create("http://gateway/api/v1/things"));
    if (money) {
      request.getHeaders().set(BillingApi.IDEMPOTENCY_KEY, "one");
    }
    Iterator<ClientHttpResponse> coming = List.of(answers).iterator();
    return calls.intercept(
        request,
        NOTHING,
        (asked, body) -> {
          sent.add(new HttpHeaders(asked.getHeaders()));
          return coming.next();
        });
  }

  private static ClientHttpResponse ok() {
    return new MockClientHttpResponse(NOTHING, HttpStatus.OK);
  }

  private static ClientHttpResponse conflict(boolean inFlight) {
    MockClientHttpResponse answer = new MockClientHttpResponse(NOTHING, HttpStatus.CONFLICT);
    if (inFlight) {
      answer.getHeaders().set(HttpHeaders.RETRY_AFTER, "1");
    }
    return answer;
  }

  @Test
  void theApiSeesThePersonAndTheirBrowser() throws IOException {
    call(new ApiCalls(() -> Optional.of("token"), ADA, "secret"), false, ok());

    HttpHeaders headers = sent.getFirst();
    assertThat(headers.getFirst(HttpHeaders.AUTHORIZATION)).isEqualTo("Bearer token");
    assertThat(headers.getFirst(HttpHeaders.USER_AGENT)).isEqualTo("Chromium");
    assertThat(headers.getFirst("X-Forwarded-For")).isEqualTo("192.0.2.7");
    assertThat(headers.getFirst("X-Agora-Portal-Key")).isEqualTo("secret");
  }

  @Test
  void withoutAKeyNothingIsSaidOfWhereSomebodyIs() throws IOException {
    call(new ApiCalls(Optional::empty, ADA, ""), false, ok());

    assertThat(sent.getFirst().containsHeader("X-Forwarded-For")).isFalse();
    assertThat(sent.getFirst().containsHeader("X-Agora-Portal-Key")).isFalse();
    assertThat(sent.getFirst().containsHeader(HttpHeaders.AUTHORIZATION)).isFalse();
  }

  @Test
  void theSecondOfTwoEqualRequestsGetsTheFirstOnesAnswer() throws IOException {
    ApiCalls calls = new ApiCalls(Optional::empty, ADA, "");

    ClientHttpResponse answer = call(calls, true, conflict(true), conflict(true), ok());

    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
    assertThat(sent).hasSize(3);
  }

  @Test
  void aRefusalIsNotAskedForAgain() throws IOException {
    ApiCalls calls = new ApiCalls(Optional::empty, ADA, "");

    assertThat(call(calls, true, conflict(false)).getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
    assertThat(sent).hasSize(1);
  }

  @Test
  void silenceIsAnUnknownOutcome() {
    ApiCalls calls = new ApiCalls(Optional::empty, ADA, "");
    MockClientHttpRequest request =
        new MockClientHttpRequest(HttpMethod.POST, URI.create("http://gateway/api/v1/things"));

    assertThatThrownBy(
            () ->
                calls.intercept(
                    request,
                    NOTHING,
                    (asked, body) -> {
                      throw new IOException("reset");
                    }))
        .isInstanceOfSatisfying(
            ApiProblem.class, problem -> assertThat(problem.isOutcomeUnknown()).isTrue());
  }
}
