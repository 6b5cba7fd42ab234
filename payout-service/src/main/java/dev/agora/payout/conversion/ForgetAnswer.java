package dev.agora.payout.conversion;

import dev.agora.http.idempotency.IdempotencyKey;
import dev.agora.http.idempotency.StoredAnswers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Frees the key of a request that the ledger refused after all, so that it may be repeated. */
@Service
class ForgetAnswer {

  private final StoredAnswers answers;

  ForgetAnswer(StoredAnswers answers) {
    this.answers = answers;
  }

  @Transactional
  void forget(IdempotencyKey key) {
    answers.forget(key);
  }
}
