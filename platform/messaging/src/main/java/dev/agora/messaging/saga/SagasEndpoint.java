package dev.agora.messaging.saga;

import dev.agora.messaging.OperatorActed;
import dev.agora.messaging.saga.SagaCatalog.Registered;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

/** Sagas for operators, on the management port. */
@Endpoint(id = "sagas")
final class SagasEndpoint {

  private static final int LIMIT_DEFAULT = 100;
  private static final int LIMIT_LARGEST = 1000;
  private static final int CONFLICT = 409;

  /** A list of instances. */
  record Instances(List<JdbcSagaOverview.Item> items) {}

  /**
   * One instance with all that happened to it.
   *
   * @param diagram of its definition in Mermaid, the step at hand marked
   */
  record Instance(JdbcSagaOverview.Item saga, List<JdbcSagaHistory.Line> history, String diagram) {}

  /** Why an action was not done. */
  record Refusal(String message) {}

  private final JdbcSagaOverview overview;
  private final JdbcSagaHistory history;
  private final SagaCatalog catalog;
  private final SagaEngine engine;
  private final TransactionOperations transaction;
  private final ApplicationEventPublisher listeners;

  SagasEndpoint(
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

  @ReadOperation
  Instances list(@Nullable SagaStatus status, @Nullable String saga, @Nullable Integer limit) {
    int atMost = limit == null ? LIMIT_DEFAULT : Math.clamp(limit, 1, LIMIT_LARGEST);
    return new Instances(overview.list(status, saga, atMost));
  }

  @ReadOperation
  @Nullable Instance show(@Selector UUID id) {
    return instance(id).orElse(null);
  }

  /** Does one of {@code resume | skip | force-compensate} with a parked saga. */
  @WriteOperation
  WebEndpointResponse<Object> act(@Selector UUID id, OperatorAction action, String actor) {
    try {
      boolean done = Boolean.TRUE.equals(transaction.execute(status -> operate(id, action, actor)));
      return done
          ? new WebEndpointResponse<>(instance(id).orElseThrow())
          : new WebEndpointResponse<>(
              new Refusal("no such saga"), WebEndpointResponse.STATUS_NOT_FOUND);
    } catch (IllegalStateException refused) {
      return new WebEndpointResponse<>(new Refusal(String.valueOf(refused.getMessage())), CONFLICT);
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

  private Optional<Instance> instance(UUID id) {
    return overview.find(id).map(item -> new Instance(item, history.of(id), diagram(item)));
  }

  private String diagram(JdbcSagaOverview.Item item) {
    return catalog
        .find(item.saga(), item.version())
        .map(registered -> draw(registered, item.step()))
        .orElse("");
  }

  private static <S> String draw(Registered<S> registered, String step) {
    return new SagaDiagram<>(registered.definition()).draw(step);
  }
}
