package dev.agora.billing.refund;

import dev.agora.http.idempotency.IdempotencyKey;
import dev.agora.http.idempotency.StoredAnswers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Frees the keys of requests that were accepted first, and refused a moment later. */
@Service
class RefusedAnswers {

  private final StoredAnswers answers;

  RefusedAnswers(StoredAnswers answers) {
    this.answers = answers;
  }

  @Transactional
  void forget(IdempotencyKey key) {
    answers.forget(key);
  }
}
