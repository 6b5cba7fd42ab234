package dev.agora.marketplace.answer;

import dev.agora.http.idempotency.IdempotencyKey;
import dev.agora.http.idempotency.StoredAnswer;
import dev.agora.http.idempotency.StoredAnswers;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Puts the answer that a caller waited for in the place of the one stored with the effect. */
@Component
public class LateAnswers {

  private final StoredAnswers answers;
  private final JsonMapper json;

  LateAnswers(StoredAnswers answers, JsonMapper json) {
    this.answers = answers;
    this.json = json;
  }

  /** Stores what repetitions of the request get from now on, and returns it. */
  @Transactional
  public ResponseEntity<?> replace(IdempotencyKey key, ResponseEntity<?> answer) {
    MediaType type = answer.getHeaders().getContentType();
    answers.forget(key);
    answers.store(
        List.of(
            new StoredAnswer(
                key,
                answer.getStatusCode().value(),
                type == null ? MediaType.APPLICATION_JSON_VALUE : type.toString(),
                json.writeValueAsString(answer.getBody()))));
    return answer;
  }
}
