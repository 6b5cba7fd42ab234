package dev.agora.portal.api;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Says who asks, and waits for the first of two equal requests.
 *
 * <p>A button pressed twice sends the same key twice. While the first request runs, the API answers
 * the second one 409; asked again, it gives the first one's answer.
 */
final class ApiCalls implements ClientHttpRequestInterceptor {

  private static final RetryTemplate WAITING =
      new RetryTemplate(
          RetryPolicy.builder()
              .includes(InFlight.class)
              .delay(Duration.ofMillis(250))
              .maxRetries(20)
              .build());

  private static final String PORTAL_KEY = "X-Agora-Portal-Key";
  private static final String ADDRESS = "X-Forwarded-For";

  private final ApiCredential credential;
  private final Visitor visitor;
  private final String sourceKey;

  /**
   * For one client of the API.
   *
   * @param sourceKey by which the gateway knows the portal; empty if it is not to say who visits
   */
  ApiCalls(ApiCredential credential, Visitor visitor, String sourceKey) {
    this.credential = credential;
    this.visitor = visitor;
    this.sourceKey = sourceKey;
  }

  @Override
  public ClientHttpResponse intercept(
      HttpRequest request, byte[] body, ClientHttpRequestExecution execution) throws IOException {
    introduce(request.getHeaders());
    if (!request.getHeaders().containsHeader(BillingApi.IDEMPOTENCY_KEY)) {
      return send(request, body, execution);
    }
    try {
      ClientHttpResponse answer =
          WAITING.execute(
              () -> {
                ClientHttpResponse sent = send(request, body, execution);
                if (isInFlight(sent)) {
                  sent.close();
                  throw new InFlight();
                }
                return sent;
              });
      return Objects.requireNonNull(answer);
    } catch (RetryException ended) {
      if (ended.getCause() instanceof ApiProblem problem) {
        throw problem;
      }
      throw ApiProblem.unreachable(ended);
    }
  }

  /** Who asks, from where, and with what. */
  private void introduce(HttpHeaders headers) {
    credential.current().ifPresent(headers::setBearerAuth);
    visitor.browser().ifPresent(browser -> headers.set(HttpHeaders.USER_AGENT, browser));
    if (!sourceKey.isEmpty()) {
      visitor
          .address()
          .ifPresent(
              address -> {
                headers.set(PORTAL_KEY, sourceKey);
                headers.set(ADDRESS, address);
              });
    }
  }

  private static ClientHttpResponse send(
      HttpRequest request, byte[] body, ClientHttpRequestExecution execution) {
    try {
      return execution.execute(request, body);
    } catch (IOException silence) {
      throw ApiProblem.unreachable(silence);
    }
  }

  /** A conflict that says when to come again is no refusal. */
  private static boolean isInFlight(ClientHttpResponse answer) throws IOException {
    return answer.getStatusCode().isSameCodeAs(HttpStatus.CONFLICT)
        && answer.getHeaders().containsHeader(HttpHeaders.RETRY_AFTER);
  }

  private static final class InFlight extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
