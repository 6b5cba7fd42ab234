package dev.agora.messaging.saga;

import java.util.List;

/**
 * Declares a saga to the platform and follows its instances. A service declares one bean for each
 * of its sagas.
 */
public interface SagaObserver<S> {

  SagaDefinition<S> definition();

  /** Earlier versions that instances of may still be running; they finish as they started. */
  default List<SagaDefinition<S>> olderDefinitions() {
    return List.of();
  }

  /**
   * Runs in the transaction of the transition, so that what a caller sees and where the saga stands
   * never differ. Not called for the start, which the caller of {@link Sagas#start} knows of;
   * called again for the same stand when an operator resumes a parked saga.
   */
  void changed(SagaChange<S> change);
}
