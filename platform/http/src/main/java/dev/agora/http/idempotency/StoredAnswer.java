package dev.agora.http.idempotency;

import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * The first answer to a request, as every repetition gets it.
 *
 * @param key the request
 * @param status the HTTP status
 * @param contentType of the body
 * @param body the answer's body as text, possibly empty
 */
public record StoredAnswer(IdempotencyKey key, int status, String contentType, String body) {

  /** The header that tells a repetition's answer from the first one. */
  public static final String REPLAYED_HEADER = "Idempotent-Replayed";

  /** Whether an answer of that status is stored: successes and what the business decided. */
  public static boolean isFinal(int status) {
    return (status >= 200 && status < 300) || status == 402 || status == 403 || status == 409;
  }

  /** The answer to a repetition: this one, or 422 if the repetition has another body. */
  public ResponseEntity<?> replayTo(IdempotencyKey repetition) {
    if (!key.bodyHash().equals(repetition.bodyHash())) {
      return Problems.answer(
          Problem.of(
              CommonProblem.IDEMPOTENCY_KEY_REUSED,
              "The first request with this key had another body; take a new key for a new one."));
    }
    return ResponseEntity.status(status)
        .header(REPLAYED_HEADER, "true")
        .contentType(MediaType.parseMediaType(contentType))
        .body(body.getBytes(StandardCharsets.UTF_8));
  }
}
