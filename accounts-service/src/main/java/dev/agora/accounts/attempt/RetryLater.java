package dev.agora.accounts.attempt;

import dev.agora.accounts.AccountsProblem;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** The answer to whoever tried too often. */
public final class RetryLater {

  private static final long ALMOST_A_SECOND = 999;

  private RetryLater() {}

  /** Says when the next try may come. */
  public static ResponseEntity<?> in(Duration wait) {
    ResponseEntity<?> answer =
        Problems.answer(
            Problem.of(
                AccountsProblem.TOO_MANY_ATTEMPTS,
                "Nothing was looked at. The next try may come when Retry-After is over."));
    long seconds = Math.max(1, wait.plusMillis(ALMOST_A_SECOND).toSeconds());
    return ResponseEntity.status(answer.getStatusCode())
        .headers(answer.getHeaders())
        .headers(headers -> headers.set(HttpHeaders.RETRY_AFTER, Long.toString(seconds)))
        .body(answer.getBody());
  }
}
