package dev.agora.ledger.journal;

import dev.agora.http.idempotency.IdempotencyKey;
import dev.agora.ledger.posting.Outcome;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;

/**
 * A request in the queue. It either waits and can be withdrawn, or its turn has come and it will be
 * answered; never both.
 */
final class Ticket {

  private final IdempotencyKey key;
  private final PostingGroup group;
  private final Function<List<Outcome>, ResponseEntity<?>> answer;
  private final AtomicBoolean taken = new AtomicBoolean();
  private final CompletableFuture<ResponseEntity<?>> answered = new CompletableFuture<>();

  Ticket(
      IdempotencyKey key, PostingGroup group, Function<List<Outcome>, ResponseEntity<?>> answer) {
    this.key = key;
    this.group = group;
    this.answer = answer;
  }

  IdempotencyKey key() {
    return key;
  }

  PostingGroup group() {
    return group;
  }

  /** How many postings it asks for. */
  int size() {
    return group.postings().size();
  }

  ResponseEntity<?> answerTo(List<Outcome> outcomes) {
    return answer.apply(outcomes);
  }

  /** Whether this caller was the first to take or withdraw it. */
  boolean take() {
    return taken.compareAndSet(false, true);
  }

  CompletableFuture<ResponseEntity<?>> answered() {
    return answered;
  }
}
