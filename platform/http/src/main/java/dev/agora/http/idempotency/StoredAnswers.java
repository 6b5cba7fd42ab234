package dev.agora.http.idempotency;

import dev.agora.jdbc.JdbcAnswer;
import dev.agora.jdbc.JdbcScript;
import java.util.Collection;
import java.util.List;

/**
 * The stored first answers, in the service's own database; table {@code idempotency_record}.
 *
 * <p>Set-based, for writers that commit many requests at once. Every method joins the caller's
 * transaction and fails without one, so that an answer is stored exactly with its effect.
 */
public interface StoredAnswers {

  /** The stored answers of those keys that have one, matched by caller, path and key only. */
  List<StoredAnswer> find(Collection<IdempotencyKey> keys);

  /** The same as a question of a script's. */
  JdbcAnswer<StoredAnswer> find(JdbcScript script, Collection<IdempotencyKey> keys);

  /**
   * Stores answers. A key stored by another transaction meanwhile makes the statement fail, so that
   * the losing transaction rolls its effect back.
   *
   * @throws org.springframework.dao.DuplicateKeyException if one is stored already
   */
  void store(Collection<StoredAnswer> answers);

  /** The same as a statement of a script, which then fails in that way. */
  void store(JdbcScript script, Collection<StoredAnswer> answers);

  /** Forgets an answer that turned out not to be final, such as a wait that ended in a refusal. */
  void forget(IdempotencyKey key);
}
