package dev.agora.http.idempotency;

import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;

/** Runs an effect once per {@link IdempotencyKey} and replays its answer to every repetition. */
public interface Idempotency {

  /**
   * Runs the effect in one transaction that also stores its answer, or replays the stored one.
   *
   * <p>Stored are successes and what the business decided (402, 403, 409); after any other answer
   * the transaction is rolled back and the key stays free. The same key with another body is
   * answered 422 {@code idempotency_key_reused}; while the first request still runs, 409 {@code
   * idempotency_in_flight} with {@code Retry-After}. A replay carries {@code Idempotent-Replayed:
   * true}.
   */
  ResponseEntity<?> once(IdempotencyKey key, Supplier<ResponseEntity<?>> effect);
}
