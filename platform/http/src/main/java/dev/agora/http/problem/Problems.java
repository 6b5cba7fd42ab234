package dev.agora.http.problem;

import dev.agora.http.request.RequestId;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Problems as HTTP answers. */
public final class Problems {

  private static final String RETRY_AFTER_SECONDS = "1";

  private Problems() {}

  /**
   * The answer that a controller returns: {@code application/problem+json} whatever the request
   * accepts, with the request's id as {@code instance}, {@code Retry-After} where a retry may
   * succeed, and {@code WWW-Authenticate} where a credential is missing or too weak.
   */
  public static ResponseEntity<?> answer(Problem problem) {
    return ResponseEntity.status(problem.code().status())
        .headers(headersOf(problem.code()))
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(membersOf(problem));
  }

  /** The body of {@link #answer} alone, for a writer that stores answers as text. */
  public static Map<String, Object> membersOf(Problem problem) {
    return problem.members(RequestId.current());
  }

  static HttpHeaders headersOf(ProblemCode code) {
    HttpHeaders headers = new HttpHeaders();
    if (code.retryable()) {
      headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    if (code == CommonProblem.INVALID_TOKEN) {
      headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
    } else if (code == CommonProblem.SCOPE_MISSING) {
      headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\"");
    } else if (code.status() == 401) {
      headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    return headers;
  }
}
