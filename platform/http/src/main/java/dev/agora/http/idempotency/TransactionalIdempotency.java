package dev.agora.http.idempotency;

import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** One transaction for the key, the effect and the answer. */
final class TransactionalIdempotency implements Idempotency {

  private final TransactionOperations transactions;
  private final JdbcStoredAnswers answers;
  private final JsonMapper json;

  TransactionalIdempotency(
      TransactionOperations transactions, JdbcStoredAnswers answers, JsonMapper json) {
    this.transactions = transactions;
    this.answers = answers;
    this.json = json;
  }

  @Override
  public ResponseEntity<?> once(IdempotencyKey key, Supplier<ResponseEntity<?>> effect) {
    return Objects.requireNonNull(
        transactions.<ResponseEntity<?>>execute(status -> answer(key, effect, status)));
  }

  private ResponseEntity<?> answer(
      IdempotencyKey key, Supplier<ResponseEntity<?>> effect, TransactionStatus transaction) {
    if (!answers.tryLock(key)) {
      return Problems.answer(
          Problem.of(
              CommonProblem.IDEMPOTENCY_IN_FLIGHT,
              "Ask again in a moment for the answer of the first one."));
    }
    // A statement of its own, after the lock: it sees what the lock's last holder committed.
    List<StoredAnswer> stored = answers.find(List.of(key));
    if (!stored.isEmpty()) {
      return stored.getFirst().replayTo(key);
    }
    ResponseEntity<?> answer = effect.get();
    if (!StoredAnswer.isFinal(answer.getStatusCode().value())) {
      transaction.setRollbackOnly();
      return answer;
    }
    StoredAnswer first = render(key, answer);
    answers.store(List.of(first));
    return ResponseEntity.status(answer.getStatusCode())
        .headers(answer.getHeaders())
        .contentType(MediaType.parseMediaType(first.contentType()))
        .body(first.body().getBytes(StandardCharsets.UTF_8));
  }

  private StoredAnswer render(IdempotencyKey key, ResponseEntity<?> answer) {
    MediaType type = answer.getHeaders().getContentType();
    return new StoredAnswer(
        key,
        answer.getStatusCode().value(),
        (type == null ? MediaType.APPLICATION_JSON : type).toString(),
        textOf(answer.getBody()));
  }

  private String textOf(@Nullable Object body) {
    return switch (body) {
      case null -> "";
      case String text -> text;
      case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8);
      default -> json.writeValueAsString(body);
    };
  }
}
