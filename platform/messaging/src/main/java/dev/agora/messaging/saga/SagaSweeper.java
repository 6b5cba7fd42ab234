package dev.agora.messaging.saga;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Looks for deadlines that have passed and for replies that older replicas kept. Each instance
 * moves in a transaction of its own, so that one that fails keeps no other back.
 */
final class SagaSweeper {

  private static final Logger LOG = LoggerFactory.getLogger(SagaSweeper.class);
  private static final int AT_ONCE = 200;

  private final SagaCatalog catalog;
  private final JdbcSagas sagas;
  private final JdbcWaitingReplies waiting;
  private final SagaEngine engine;
  private final TransactionOperations transaction;
  private final Clock clock;

  SagaSweeper(
      SagaCatalog catalog,
      JdbcSagas sagas,
      JdbcWaitingReplies waiting,
      SagaEngine engine,
      TransactionOperations transaction,
      Clock clock) {
    this.catalog = catalog;
    this.sagas = sagas;
    this.waiting = waiting;
    this.engine = engine;
    this.transaction = transaction;
    this.clock = clock;
  }

  void sweep() {
    // Replies first: a saga that was answered is not overdue.
    List<UUID> answered = transaction.execute(status -> waiting.sagas(catalog.keys(), AT_ONCE));
    move(answered, engine::takeWaiting);
    List<UUID> overdue =
        transaction.execute(status -> sagas.overdue(catalog.keys(), clock.instant(), AT_ONCE));
    move(overdue, engine::expire);
  }

  private void move(List<UUID> sagaIds, Consumer<UUID> how) {
    for (UUID sagaId : sagaIds) {
      try {
        transaction.executeWithoutResult(status -> how.accept(sagaId));
      } catch (RuntimeException failure) {
        LOG.error("saga {} could not be moved", sagaId, failure);
      }
    }
  }
}
