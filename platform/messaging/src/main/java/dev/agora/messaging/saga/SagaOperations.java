package dev.agora.messaging.saga;

import dev.agora.messaging.OperatorActed;
import dev.agora.messaging.saga.SagaCatalog.Registered;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

/** What operators see of the service's sagas, and do with those that are parked. */
public final class SagaOperations {

  private final JdbcSagaOverview overview;
  private final JdbcSagaHistory history;
  private final SagaCatalog catalog;
  private final SagaEngine engine;
  private final TransactionOperations transaction;
  private final ApplicationEventPublisher listeners;

  SagaOperations(
      JdbcSagaOverview overview,
      JdbcSagaHistory history,
      SagaCatalog catalog,
      SagaEngine engine,
      TransactionOperations transaction,
      ApplicationEventPublisher listeners) {
    this.overview = overview;
    this.history = history;
    this.catalog = catalog;
    this.engine = engine;
    this.transaction = transaction;
    this.listeners = listeners;
  }

  /** How an action ended. */
  public sealed interface Result {

    /** The saga as it is now. */
    record Done(SagaRecord saga) implements Result {}

    /** There is no such saga. */
    record Unknown() implements Result {}

    /** It can not be done as the saga stands. */
    record Refused(String why) implements Result {}
  }

  /**
   * Instances, those that changed last first.
   *
   * @param status null for all
   * @param saga the definition's name; null for all
   * @param after the last one of the page before; null at the start
   */
  public List<SagaSummary> list(
      @Nullable SagaStatus status, @Nullable String saga, @Nullable UUID after, int atMost) {
    SagaSummary last = after == null ? null : overview.find(after).orElse(null);
    return overview.list(status, saga, last, atMost);
  }

  public Optional<SagaRecord> find(UUID id) {
    return overview.find(id).map(saga -> new SagaRecord(saga, history.of(id), diagram(saga)));
  }

  /** Does something with a parked saga, and tells of it within the same transaction. */
  public Result act(UUID id, OperatorAction action, String actor) {
    try {
      boolean done = Boolean.TRUE.equals(transaction.execute(status -> operate(id, action, actor)));
      Optional<SagaRecord> now = find(id);
      if (now.isEmpty()) {
        return new Result.Unknown();
      }
      return done
          ? new Result.Done(now.get())
          : new Result.Refused("The saga is " + now.get().saga().status() + ", not parked.");
    } catch (IllegalStateException refused) {
      return new Result.Refused(String.valueOf(refused.getMessage()));
    }
  }

  private boolean operate(UUID id, OperatorAction action, String actor) {
    boolean done = engine.operate(id, action, actor);
    if (done) {
      listeners.publishEvent(
          new OperatorActed(OperatorActed.Subject.SAGA, id.toString(), action.name(), actor));
    }
    return done;
  }

  private String diagram(SagaSummary saga) {
    return catalog
        .find(saga.saga(), saga.version())
        .map(registered -> draw(registered, saga.step()))
        .orElse("");
  }

  private static <S> String draw(Registered<S> registered, String step) {
    return new SagaDiagram<>(registered.definition()).draw(step);
  }
}
