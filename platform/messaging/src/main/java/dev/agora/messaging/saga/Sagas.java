package dev.agora.messaging.saga;

import dev.agora.messaging.inbox.Reply;
import java.util.UUID;

/** Starts sagas and resolves steps that wait for the service itself. All within a transaction. */
public interface Sagas {

  /**
   * Starts an instance and publishes its first command with the current transaction.
   *
   * @param businessKey unique for this kind of saga
   * @throws org.springframework.dao.DuplicateKeyException if one with that key exists
   */
  <S> UUID start(SagaDefinition<S> definition, String businessKey, S data);

  /**
   * Answers a step that {@linkplain SagaDefinition.StepBuilder#awaiting awaits} a decision.
   *
   * @return false, and nothing happens, if the saga is not waiting at that step
   */
  <S> boolean resolve(SagaDefinition<S> definition, String businessKey, String step, Reply reply);
}
