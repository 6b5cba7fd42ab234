package dev.agora.messaging.saga;

import dev.agora.messaging.failpoint.FailPoints;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What a transition brings about in its own transaction: history, the command, the observer. */
final class SagaConsequences {

  private static final Logger LOG = LoggerFactory.getLogger(SagaConsequences.class);

  private final JdbcSagaHistory history;
  private final SagaCommands commands;
  private final FailPoints failPoints;
  private final MeterRegistry meters;

  SagaConsequences(
      JdbcSagaHistory history, SagaCommands commands, FailPoints failPoints, MeterRegistry meters) {
    this.history = history;
    this.commands = commands;
    this.failPoints = failPoints;
    this.meters = meters;
  }

  void follow(SagaRow saga, Transition<?> transition, @Nullable String actor, Instant now) {
    history.add(saga.id(), transition.events(), actor, now);
    if (transition.events().stream().anyMatch(event -> event.kind() == SagaEventKind.PARKED)) {
      LOG.warn(
          "a {} waits for an operator at {}: {}",
          saga.type(),
          saga.state().step(),
          saga.state().parkedReason());
    }
    if (transition.send() != null) {
      commands.send(saga, transition.send());
    }
    String place = saga.type() + "/" + saga.state().step();
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            failPoints.pass("orchestrator-after-commit", place);
          }
        });
  }

  <S> void tell(SagaRow saga, SagaObserver<S> observer, SagaState<S> state) {
    SagaStatus status = state.status();
    if (status.isFinal() || status == SagaStatus.PARKED) {
      meters.counter("agora.saga.ended", "saga", saga.type(), "status", status.name()).increment();
    }
    observer.changed(
        new SagaChange<>(
            saga.id(),
            saga.businessKey(),
            status,
            state.step(),
            state.data(),
            Optional.ofNullable(
                status == SagaStatus.PARKED ? state.parkedReason() : state.reason())));
  }
}
