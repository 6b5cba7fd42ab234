package dev.agora.gateway.problem;

import java.time.Duration;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes problems as {@code application/problem+json}, whatever the caller accepts; only people
 * whose browser asks for one of the portal's pages get a page.
 */
@Component
public class ProblemAnswers {

  private final JsonMapper json;
  private final ProblemPage page;

  ProblemAnswers(JsonMapper json, ProblemPage page) {
    this.json = json;
    this.page = page;
  }

  /** The members of RFC 9457 and those of the public API. */
  private record Document(
      String type,
      String title,
      int status,
      String detail,
      String instance,
      String code,
      boolean retryable) {}

  /**
   * Ends the request.
   *
   * @param detail a sentence about this occurrence, safe to show to the caller
   */
  public Mono<Void> write(ServerWebExchange exchange, GatewayProblem problem, String detail) {
    ServerHttpResponse response = exchange.getResponse();
    HttpHeaders headers = response.getHeaders();
    byte[] body;
    if (page.suits(exchange.getRequest())) {
      body = page.render(exchange, problem, detail);
      headers.setContentType(ProblemPage.TYPE);
      headers.set("Content-Security-Policy", ProblemPage.POLICY);
    } else {
      body = document(exchange, problem, detail);
      headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }
    headers.setContentLength(body.length);
    if (problem.leavesBodyUnread()) {
      // What is left of the body would be taken for the next request.
      headers.set(HttpHeaders.CONNECTION, "close");
    }
    if (problem.status() == 401) {
      headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"agora\", error=\"invalid_token\"");
    }
    response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
    DataBuffer buffer = response.bufferFactory().wrap(body);
    return response.writeWith(Mono.just(buffer));
  }

  private byte[] document(ServerWebExchange exchange, GatewayProblem problem, String detail) {
    return json.writeValueAsBytes(
        new Document(
            "/docs/problems#" + problem.code(),
            problem.title(),
            problem.status(),
            detail,
            EdgeHeadersFilter.requestId(exchange),
            problem.code(),
            problem.retryable()));
  }

  /**
   * Ends the request and says when to come back.
   *
   * @param after rounded up to whole seconds, at least one
   */
  public Mono<Void> writeRetryable(
      ServerWebExchange exchange, GatewayProblem problem, String detail, Duration after) {
    long seconds = Math.max(1, after.plusMillis(999).toSeconds());
    exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    return write(exchange, problem, detail);
  }
}
