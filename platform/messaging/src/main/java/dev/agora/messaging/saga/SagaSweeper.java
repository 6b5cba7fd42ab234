package dev.agora.messaging.saga;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Looks for deadlines that have passed. Each instance moves in a transaction of its own, so that
 * one that fails keeps no other back.
 */
final class SagaSweeper {

  private static final Logger LOG = LoggerFactory.getLogger(SagaSweeper.class);
  private static final int AT_ONCE = 200;

  private final SagaCatalog catalog;
  private final JdbcSagas sagas;
  private final SagaEngine engine;
  private final TransactionOperations transaction;
  private final Clock clock;

  SagaSweeper(
      SagaCatalog catalog,
      JdbcSagas sagas,
      SagaEngine engine,
      TransactionOperations transaction,
      Clock clock) {
    this.catalog = catalog;
    this.sagas = sagas;
    this.engine = engine;
    this.transaction = transaction;
    this.clock = clock;
  }

  void sweep() {
    List<UUID> overdue =
        transaction.execute(status -> sagas.overdue(catalog.keys(), clock.instant(), AT_ONCE));
    for (UUID sagaId : overdue) {
      try {
        transaction.executeWithoutResult(status -> engine.expire(sagaId));
      } catch (RuntimeException failure) {
        LOG.error("saga {} is overdue and could not be moved", sagaId, failure);
      }
    }
  }
}
