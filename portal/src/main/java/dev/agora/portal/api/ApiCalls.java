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
 * Adds the credential, and waits for the first of two equal requests.
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

  private final ApiCredential credential;

  ApiCalls(ApiCredential credential) {
    this.credential = credential;
  }

  @Override
  public ClientHttpResponse intercept(
      HttpRequest request, byte[] body, ClientHttpRequestExecution execution) throws IOException {
    credential.current().ifPresent(token -> request.getHeaders().setBearerAuth(token));
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
